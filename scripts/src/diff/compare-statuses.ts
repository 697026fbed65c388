import type ts from "typescript";
import { compareContents } from "./compare-contents.ts";
import type { OperationComparison } from "./comparison.ts";
import type { OperationReport } from "./operation-difference.ts";
import { memberOf, namesOf } from "./type-members.ts";

/** The answers of an operation: which statuses, headers and bodies there are, and what is in them. */
export function compareStatuses(
  comparison: OperationComparison,
  before: ts.Type | undefined,
  after: ts.Type | undefined,
  report: OperationReport,
): void {
  const { checker } = comparison;
  const content = (type: ts.Type | undefined, status: string) =>
    memberOf(checker, memberOf(checker, type, status)?.type, "content")?.type;
  const oldStatuses = namesOf(checker, before);
  // A program reads the body of any success in one place. Where no status of the class had a body, nobody reads one.
  const isExpected = (status: string): boolean => {
    const known = oldStatuses.filter(sameClass(status)).map((name) => bodiesOf(checker, content(before, name)));
    const now = bodiesOf(checker, content(after, status));
    if (now.length === 0) return known.length === 0 || known.some((bodies) => bodies.length === 0);
    const old = known.flat();
    return old.length === 0 || now.every((body) => old.some((each) => comparison.fits(each, body)));
  };
  for (const status of oldStatuses) {
    const path = [status];
    const now = memberOf(checker, after, status);
    if (!now) {
      report({ rule: "status-removed", path });
      continue;
    }
    compareHeaders(comparison, memberOf(checker, before, status)?.type, now.type, status, report);
    const [oldContent, newContent] = [content(before, status), content(after, status)];
    if (oldContent && newContent) compareContents(comparison, oldContent, newContent, path, report);
    else if (oldContent) report({ rule: "body-removed", path });
    else if (newContent) report({ rule: isExpected(status) ? "body-added" : "body-added-breaking", path });
  }
  for (const status of namesOf(checker, after).filter((name) => !oldStatuses.includes(name))) {
    report({ rule: isExpected(status) ? "status-added" : "status-added-breaking", path: [status] });
  }
}

/** The headers that are declared; every other one is `unknown` to a program, and stays so. */
function compareHeaders(
  comparison: OperationComparison,
  before: ts.Type | undefined,
  after: ts.Type,
  status: string,
  report: OperationReport,
): void {
  const { checker } = comparison;
  const [old, now] = [before, after].map((type) => memberOf(checker, type, "headers")?.type);
  const names = namesOf(checker, now);
  for (const name of namesOf(checker, old)) {
    const path = [status, "headers", name];
    const [was, is] = [memberOf(checker, old, name), memberOf(checker, now, name)];
    if (!is) report({ rule: "header-removed", path, ...(was && { old: was.type }) });
    else if (was) comparison.compare(was.type, is.type, path, report);
    if (was && is && !was.optional && is.optional) report({ rule: "property-became-optional", path, old: was.type });
  }
  for (const name of names.filter((each) => !memberOf(checker, old, each))) {
    report({ rule: "header-added", path: [status, "headers", name] });
  }
}

/** Successes are of one class, and all other answers of another. */
function sameClass(status: string): (other: string) => boolean {
  const isSuccess = (name: string) => name.startsWith("2");
  return (other) => isSuccess(other) === isSuccess(status);
}

/** The body in each media type. */
function bodiesOf(checker: ts.TypeChecker, content: ts.Type | undefined): ts.Type[] {
  return namesOf(checker, content).flatMap((name) => memberOf(checker, content, name)?.type ?? []);
}
