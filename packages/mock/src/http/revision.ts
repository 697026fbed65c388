import { ApiProblem } from "../fragment/api-problem.ts";

const form = /^(\d{4}-\d{2}-\d{2})(?:\.[a-z]+)?$/;

/**
 * Which of the served revisions a request asks for.
 *
 * @throws {ApiProblem} 400 for a missing or malformed header, 404 for a revision that does not exist (yet), 410 for one
 * from before the oldest served
 */
export function revisionOf(header: string | undefined, served: readonly string[]): string {
  const known = `This mock serves ${served.join(", ")}.`;
  if (header === undefined) throw refused(400, "missing_revision", `The revision header is required. ${known}`);
  const date = form.exec(header)?.[1];
  if (date === undefined || Number.isNaN(Date.parse(date))) {
    throw refused(400, "invalid_revision", `'${header}' is not a revision: expected YYYY-MM-DD[.suffix]. ${known}`);
  }
  if (served.includes(date)) return date;
  if (served.every((revision) => date < revision)) {
    throw refused(410, "retired_revision", `Revision ${header} is retired. ${known}`);
  }
  throw refused(404, "revision_not_found", `Revision ${header} does not exist. ${known}`);
}

function refused(status: number, code: string, detail: string): ApiProblem {
  return new ApiProblem(status, [{ code, title: "Invalid revision.", detail, source: { parameter: "revision" } }]);
}
