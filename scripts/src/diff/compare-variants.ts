import ts from "typescript";
import type { Comparison, Report } from "./comparison.ts";

type Compare = (before: ts.Type, after: ts.Type, report: Report) => void;

/**
 * The members of a union (`oneOf`): each old one with the new one that took its place. That is the one with the same
 * literals (`type: "catalog-item"`), or else any that programs of the direction cannot tell from it.
 */
export function compareVariants(
  comparison: Comparison,
  before: readonly ts.Type[],
  after: readonly ts.Type[],
  path: readonly string[],
  report: Report,
  compare: Compare,
): void {
  if (before.length === 0 || after.length === 0) return;
  const [onlyOld, onlyNew] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && onlyOld && onlyNew) {
    compare(onlyOld, onlyNew, report);
    return;
  }

  const labels = new Map([...before, ...after].map((type) => [type, labelOf(comparison.checker, type)]));
  const taken = new Set<ts.Type>();
  for (const old of before) {
    const label = labels.get(old);
    const same = label ? after.filter((type) => labels.get(type) === label) : [];
    const partner =
      (after.includes(old) ? old : undefined) ??
      same.find((type) => comparison.fits(old, type)) ??
      same.find((type) => !taken.has(type)) ??
      after.find((type) => comparison.fits(old, type));
    if (!partner) {
      report({ rule: "variant-removed", path, old });
      continue;
    }
    taken.add(partner);
    compare(old, partner, report);
  }
  for (const type of after) {
    if (taken.has(type)) continue;
    // In an answer a new variant is harmless when it can be read as one that was there before.
    if (comparison.direction === "response" && before.some((old) => comparison.fits(old, type))) continue;
    report({ rule: "variant-added", path, new: type });
  }
}

/** The properties with a single value, which is what tells the members of a union apart. */
function labelOf(checker: ts.TypeChecker, type: ts.Type): string {
  return checker
    .getPropertiesOfType(type)
    .filter((property) => !(property.flags & ts.SymbolFlags.Optional))
    .map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) }))
    .filter((property) => property.type.isStringLiteral())
    .map((property) => `${property.name}=${checker.typeToString(property.type)}`)
    .sort()
    .join(" ");
}
