import type ts from "typescript";
import { compareParameters } from "./compare-parameters.ts";
import { compareRequestBodies } from "./compare-request-bodies.ts";
import { compareStatuses } from "./compare-statuses.ts";
import { typeComparison } from "./compare-types.ts";
import type { OperationDifference, OperationReport } from "./operation-difference.ts";
import { memberOf } from "./type-members.ts";

/** Makes the function that compares the generated types of an operation in the base and in the head. */
export function operationComparison(
  checker: ts.TypeChecker,
): (before: ts.Type, after: ts.Type) => OperationDifference[] {
  const request = typeComparison(checker, "request");
  const response = typeComparison(checker, "response");
  const get = (type: ts.Type | undefined, name: string) => memberOf(checker, type, name);

  return (before, after) => {
    const differences: OperationDifference[] = [];
    const to =
      (direction: "request" | "response"): OperationReport =>
      (difference) =>
        differences.push({ direction, ...difference });
    for (const place of ["path", "query", "header", "cookie"]) {
      const [old, now] = [before, after].map((type) => get(get(type, "parameters")?.type, place)?.type);
      compareParameters(request, old, now, place, to("request"));
    }
    compareRequestBodies(request, get(before, "requestBody"), get(after, "requestBody"), to("request"));
    compareStatuses(response, get(before, "responses")?.type, get(after, "responses")?.type, to("response"));
    return differences;
  };
}
