import { ApiProblem } from "../fragment/api-problem.ts";

const form = /^(\d{4}-\d{2}-\d{2})(\.[a-z]+)?$/;

/**
 * Which of the served revisions a request asks for.
 *
 * @throws {ApiProblem} 400 for a missing or malformed header, 404 for a beta or a revision that does not exist (yet),
 * 501 for an earlier one that this mock lacks, 410 for one from before the oldest served
 */
export function revisionOf(header: string | undefined, served: readonly string[]): string {
  if (header !== undefined && served.includes(header)) return header;
  const known = `It serves ${served.join(", ")}.`;
  if (header === undefined) {
    throw refused(400, "missing_revision", `The revision header is required. This mock serves ${served.join(", ")}.`);
  }
  const [, date, suffix] = form.exec(header) ?? [];
  if (date === undefined || !isDate(date)) {
    throw refused(400, "invalid_revision", `'${header}' is not a revision: expected YYYY-MM-DD[.suffix].`);
  }
  if (suffix !== undefined) {
    throw refused(404, "revision_not_found", `This mock lacks the beta ${header}, as it lacks all betas. ${known}`);
  }
  if (served.every((revision) => date < revision)) {
    throw refused(410, "retired_revision", `This mock lacks revision ${header}; the API has retired it, too. ${known}`);
  }
  if (isPublished(date) && served.some((revision) => date < revision)) {
    throw refused(501, "revision_not_served", `This mock lacks revision ${header}, which the API has. ${known}`);
  }
  throw refused(404, "revision_not_found", `Revision ${header} does not exist. This mock serves ${served.join(", ")}.`);
}

/** The API published at irregular times until July 2024, and every quarter from that October on. */
function isPublished(date: string): boolean {
  return /^2024-0[2567]-15$/.test(date) || (date >= "2024-10-15" && /-(01|04|07|10)-15$/.test(date));
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function refused(status: number, code: string, detail: string): ApiProblem {
  return new ApiProblem(status, [{ code, title: "Invalid revision.", detail, source: { parameter: "revision" } }]);
}
