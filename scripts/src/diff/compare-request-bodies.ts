import { compareContents } from "./compare-contents.ts";
import type { OperationComparison } from "./comparison.ts";
import type { OperationReport } from "./operation-difference.ts";
import { type Member, memberOf } from "./type-members.ts";

/** Whether there is a body, whether it can be left out, and what is in it. */
export function compareRequestBodies(
  comparison: OperationComparison,
  before: Member | undefined,
  after: Member | undefined,
  report: OperationReport,
) {
  const { checker } = comparison;
  const old = memberOf(checker, before?.type, "content");
  const now = memberOf(checker, after?.type, "content");
  const path = ["body"];
  if (!old && now) report({ rule: after?.optional ? "request-body-added" : "request-body-added-required", path });
  if (old && !now) report({ rule: "request-body-removed", path });
  if (!old || !now) return;
  if (before?.optional !== after?.optional) {
    report({ rule: before?.optional ? "request-body-became-required" : "request-body-became-optional", path });
  }
  compareContents(comparison, old.type, now.type, path, report);
}
