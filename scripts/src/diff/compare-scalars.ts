import type ts from "typescript";
import type { Comparison, Report } from "./comparison.ts";
import { isLiteral, typeParts } from "./type-parts.ts";

/** Strings, numbers, booleans and enums. */
export function compareScalars(
  { checker, assignable }: Comparison,
  before: ts.Type,
  after: ts.Type,
  path: readonly string[],
  report: Report,
): void {
  const old = typeParts(checker, before).scalars;
  const now = typeParts(checker, after).scalars;
  const gone = old.filter((type) => !assignable(type, after));
  const come = now.filter((type) => !assignable(type, before));
  const all = { path, old: before, new: after };

  if (gone.length === old.length && come.length === now.length && !(gone.every(isLiteral) && come.every(isLiteral))) {
    report({ rule: "type-changed", ...all });
    return;
  }
  if (gone.length > 0) {
    const literals = gone.every(isLiteral);
    report({ rule: literals ? "enum-value-removed" : "type-narrowed", ...all, ...(literals && values(checker, gone)) });
  }
  if (come.length > 0) {
    const literals = come.every(isLiteral);
    report({ rule: literals ? "enum-value-added" : "type-widened", ...all, ...(literals && values(checker, come)) });
  }
  if (gone.length > 0 || come.length > 0) return;

  // An open enum takes any string, so only its list of known values can change.
  const known = (types: ts.Type[]) => types.filter(isLiteral).map((type) => checker.typeToString(type));
  const added = known(now).filter((value) => !known(old).includes(value));
  const removed = known(old).filter((value) => !known(now).includes(value));
  if (added.length > 0) report({ rule: "open-enum-value-added", ...all, values: added });
  if (removed.length > 0) report({ rule: "open-enum-value-removed", ...all, values: removed });
}

function values(checker: ts.TypeChecker, types: readonly ts.Type[]): { values: string[] } {
  return { values: types.map((type) => checker.typeToString(type)) };
}
