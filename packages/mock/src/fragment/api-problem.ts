/** What is wrong, where: one entry of the API's `errors`. */
export interface ErrorObject {
  code: string;
  title: string;
  detail: string;
  source?: { pointer?: string; parameter?: string };
}

/** Thrown wherever a request turns out to be unacceptable; becomes the API's error document. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly errors: readonly ErrorObject[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, errors: readonly ErrorObject[], headers: Readonly<Record<string, string>> = {}) {
    super(errors.map((error) => error.detail).join(" "));
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

// One function per way to fail, so that codes and titles are the same wherever they come from.

export function notFound(what: string, source?: ErrorObject["source"]): ApiProblem {
  return problem(404, "not_found", "Not found.", `${what} does not exist.`, source);
}

export function conflict(detail: string, source?: ErrorObject["source"]): ApiProblem {
  return problem(409, "duplicate_resource", "Conflict.", detail, source);
}

export function invalid(detail: string, source?: ErrorObject["source"]): ApiProblem {
  return problem(400, "invalid", "Invalid input.", detail, source);
}

function problem(status: number, code: string, title: string, detail: string, source: ErrorObject["source"]) {
  return new ApiProblem(status, [{ code, title, detail, ...(source && { source }) }]);
}
