/** What is wrong, where: one entry of the API's `errors`. */
export interface Problem {
  code: string;
  title: string;
  detail: string;
  source?: { pointer?: string; parameter?: string };
}

/** Thrown wherever a request turns out to be unacceptable; becomes the API's error document. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, problems: readonly Problem[], headers: Readonly<Record<string, string>> = {}) {
    super(problems.map((problem) => problem.detail).join(" "));
    this.status = status;
    this.problems = problems;
    this.headers = headers;
  }
}

/** One line per way to be refused, so that codes and titles are the same wherever they come from. */
export function notFound(what: string, source?: Problem["source"]): ApiProblem {
  return new ApiProblem(404, [
    { code: "not_found", title: "Not found.", detail: `${what} does not exist.`, ...at(source) },
  ]);
}

export function conflict(detail: string, source?: Problem["source"]): ApiProblem {
  return new ApiProblem(409, [{ code: "duplicate_resource", title: "Conflict.", detail, ...at(source) }]);
}

export function invalid(detail: string, source?: Problem["source"]): ApiProblem {
  return new ApiProblem(400, [{ code: "invalid", title: "Invalid input.", detail, ...at(source) }]);
}

function at(source: Problem["source"]): Pick<Problem, "source"> {
  return source === undefined ? {} : { source };
}
