import type ts from "typescript";
import type { Comparison } from "./comparison.ts";
import type { OperationReport } from "./operation-difference.ts";
import { memberOf, namesOf } from "./type-members.ts";

/** A body by its media types. */
export function compareContents(
  comparison: Comparison,
  before: ts.Type,
  after: ts.Type,
  path: readonly string[],
  report: OperationReport,
): void {
  const { checker } = comparison;
  const old = namesOf(checker, before);
  const now = namesOf(checker, after);
  for (const name of old.filter((media) => !now.includes(media))) {
    report({ rule: "media-type-removed", path: [...path, name] });
  }
  for (const name of now.filter((media) => !old.includes(media))) {
    report({ rule: "media-type-added", path: [...path, name] });
  }
  for (const name of old) {
    // Under another media type it is still the same body, and a reader wants to know what else is new.
    const successor = now.includes(name) ? name : now[0];
    const a = memberOf(checker, before, name);
    const b = successor === undefined ? undefined : memberOf(checker, after, successor);
    if (a && b && successor) comparison.compare(a.type, b.type, [...path, successor], report);
  }
}
