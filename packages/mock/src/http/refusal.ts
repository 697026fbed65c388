/** What is wrong, where: one entry of the API's `errors`. */
export interface Problem {
  code: string;
  title: string;
  detail: string;
  source?: { pointer?: string; parameter?: string };
}

/** Thrown wherever a request turns out to be unacceptable; becomes the API's error document. */
export class Refusal extends Error {
  override readonly name = "Refusal";
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
