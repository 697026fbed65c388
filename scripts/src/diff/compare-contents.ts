import type ts from "typescript";
import type { OperationComparison } from "./comparison.ts";
import type { OperationReport } from "./operation-difference.ts";
import { memberOf, namesOf } from "./type-members.ts";

/** A body by its media types. */
export function compareContents(
  comparison: OperationComparison,
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
  const body = (side: ts.Type, name: string) => memberOf(checker, side, name)?.type;
  for (const name of now.filter((media) => !old.includes(media))) {
    const type = body(after, name);
    // A client's `data` is the body of whichever media type it was; of one that replaces another the loss is said.
    const isExpected =
      comparison.direction === "request" ||
      !old.some((media) => now.includes(media)) ||
      old.some((media) => {
        const known = body(before, media);
        return known && type && comparison.fits(known, type);
      });
    report({ rule: isExpected ? "media-type-added" : "media-type-added-breaking", path: [...path, name] });
  }
  for (const name of old) {
    // Under another media type it is still the same body, and a reader wants to know what else is new.
    const successor = now.includes(name) ? name : now[0];
    const [a, b] = [body(before, name), successor && body(after, successor)];
    if (a && b && successor) comparison.compare(a, b, [...path, successor], report);
  }
}
