import ts from "typescript";
import type { Comparison, Report } from "./comparison.ts";
import { componentOf } from "./locate-type.ts";

/**
 * The members of a union (`oneOf`): each old one with the new one that took its place. That is the one with the same
 * literals (`type: "catalog-item"`), or one that programs of the direction cannot tell from it, or else the one that
 * looks most like it.
 */
export function compareVariants(
  comparison: Comparison,
  before: readonly ts.Type[],
  after: readonly ts.Type[],
  path: readonly string[],
  report: Report,
  compare: (before: ts.Type, after: ts.Type) => void,
): void {
  if (before.length === 0 || after.length === 0) return;
  const [onlyOld, onlyNew] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && onlyOld && onlyNew) {
    compare(onlyOld, onlyNew);
    return;
  }

  const labels = new Map([...before, ...after].map((type) => [type, labelsOf(comparison.checker, type)]));
  const labelOf = (type: ts.Type) => [...(labels.get(type) ?? [])].map((label) => label.join("=")).join(" ");
  const differ = (old: ts.Type, now: ts.Type) => {
    const other = new Map(labels.get(now));
    return [...(labels.get(old) ?? [])].some(([name, value]) => (other.get(name) ?? value) !== value);
  };
  const fits = (old: ts.Type, now: ts.Type) => !differ(old, now) && comparison.fits(old, now);

  const partners = new Map<ts.Type, ts.Type>();
  const taken = new Set<ts.Type>();
  const pair = (old: ts.Type, now: ts.Type | undefined) => {
    if (!now) return;
    partners.set(old, now);
    taken.add(now);
  };
  // One that has more can stand in for several old ones; what it is called, or that it is the same, tells whose it is.
  const standIn = (old: ts.Type, candidates: readonly ts.Type[]) => {
    const name = componentOf(old);
    const named = name === undefined ? undefined : candidates.find((type) => componentOf(type) === name);
    if (named && fits(old, named)) return named;
    const fitting = candidates.filter((type) => fits(old, type));
    return fitting.find((type) => comparison.fits(type, old)) ?? fitting.find((type) => !taken.has(type)) ?? fitting[0];
  };
  for (const old of before) {
    const label = labelOf(old);
    const same = label ? after.filter((type) => labelOf(type) === label) : [];
    pair(
      old,
      (after.includes(old) ? old : undefined) ??
        standIn(old, same) ??
        same.find((type) => !taken.has(type)) ??
        standIn(old, after),
    );
  }
  for (const old of before.filter((type) => !partners.has(type))) {
    pair(
      old,
      mostAlike(
        comparison.checker,
        old,
        after.filter((type) => !taken.has(type) && !differ(old, type)),
      ),
    );
  }
  for (const old of before) {
    const partner = partners.get(old);
    if (partner) compare(old, partner);
    else report({ rule: "variant-removed", path, old });
  }
  for (const type of after) {
    if (taken.has(type)) continue;
    // In an answer a new variant is harmless when it can be read as one that was there before.
    if (comparison.direction === "response" && before.some((old) => fits(old, type))) continue;
    report({ rule: "variant-added", path, new: type });
  }
}

/** The properties with a single value, which is what tells the members of a union apart. */
function labelsOf(checker: ts.TypeChecker, type: ts.Type): [name: string, value: string][] {
  return checker
    .getPropertiesOfType(type)
    .filter((property) => !(property.flags & ts.SymbolFlags.Optional))
    .map((property) => ({ name: property.name, type: checker.getTypeOfSymbol(property) }))
    .filter((property) => property.type.isStringLiteral())
    .map((property): [string, string] => [property.name, checker.typeToString(property.type)])
    .sort();
}

/** Of those that share more than half of all their properties with `type`, the one that shares most. */
function mostAlike(checker: ts.TypeChecker, type: ts.Type, others: readonly ts.Type[]): ts.Type | undefined {
  const namesOf = (each: ts.Type) => new Set(checker.getPropertiesOfType(each).map(({ name }) => name));
  const names = namesOf(type);
  let best: ts.Type | undefined;
  let most = 0.5;
  for (const other of others) {
    const theirs = namesOf(other);
    const share = names.intersection(theirs).size / names.union(theirs).size;
    if (share > most) [best, most] = [other, share];
  }
  return best;
}
