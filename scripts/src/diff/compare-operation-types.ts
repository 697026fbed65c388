import type ts from "typescript";
import { compareParameters } from "./compare-parameters.ts";
import { compareRequestBodies } from "./compare-request-bodies.ts";
import { compareStatuses } from "./compare-statuses.ts";
import type { TypeComparisons } from "./compare-types.ts";
import type { OperationDifference, OperationReport } from "./operation-difference.ts";
import { memberOf } from "./type-members.ts";

type Direction = "request" | "response";

/**
 * Compares the generated types of an operation in the base and in the head. `directionOf` says whether a program writes
 * a part of it or reads it.
 */
export function compareOperationTypes(
  comparisons: TypeComparisons,
  before: ts.Type,
  after: ts.Type,
  directionOf: (part: Direction) => Direction,
): OperationDifference[] {
  const { checker } = comparisons.request;
  const request = comparisons[directionOf("request")].ofOperation();
  const response = comparisons[directionOf("response")].ofOperation();
  const get = (type: ts.Type | undefined, name: string) => memberOf(checker, type, name);
  const differences: OperationDifference[] = [];
  const to =
    (part: Direction): OperationReport =>
    (difference) =>
      differences.push({ part, ...difference });
  for (const place of ["path", "query", "header", "cookie"]) {
    const [old, now] = [before, after].map((type) => get(get(type, "parameters")?.type, place)?.type);
    compareParameters(request, old, now, place, to("request"));
  }
  compareRequestBodies(request, get(before, "requestBody"), get(after, "requestBody"), to("request"));
  compareStatuses(response, get(before, "responses")?.type, get(after, "responses")?.type, to("response"));
  return differences;
}
