import type ts from "typescript";
import type { OperationComparison } from "./comparison.ts";
import type { OperationReport } from "./operation-difference.ts";
import { memberOf, namesOf } from "./type-members.ts";

/** The parameters of one place: path, query, header or cookie. */
export function compareParameters(
  comparison: OperationComparison,
  before: ts.Type | undefined,
  after: ts.Type | undefined,
  place: string,
  report: OperationReport,
): void {
  const { checker } = comparison;
  const names = new Set([...namesOf(checker, before), ...namesOf(checker, after)]);
  for (const name of names) {
    const old = memberOf(checker, before, name);
    const now = memberOf(checker, after, name);
    const path = [place, name];
    if (old && now) {
      if (old.optional !== now.optional) {
        const rule = old.optional ? "parameter-became-required" : "parameter-became-optional";
        report({ rule, path, old: old.type, new: now.type });
      }
      comparison.compare(old.type, now.type, path, report);
    } else if (old) report({ rule: "parameter-removed", path, old: old.type });
    else if (now) report({ rule: now.optional ? "parameter-added" : "parameter-added-required", path, new: now.type });
  }
}
