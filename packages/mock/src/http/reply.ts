import { uuid } from "../catalog/ids.ts";
import type { ApiProblem } from "../fragment/api-problem.ts";

/**
 * An answer as plain data: in process it becomes a `Response`, over HTTP it is written to the socket as it is, which
 * spares it the detour through a `Response`'s stream.
 */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Response["body"];
}

export interface ErrorReplyOptions {
  contentType: string;
  random: () => number;
  headers?: Readonly<Record<string, string>>;
}

/** A problem in the API's error form. Real answers carry `status`, `links` and `meta`, which no document models. */
export function errorReply(problem: ApiProblem, { contentType, random, headers }: ErrorReplyOptions): Reply {
  const errors = problem.errors.map(({ code, title, detail, source = { pointer: "/data" } }) => ({
    id: uuid(random),
    status: problem.status,
    code,
    title,
    detail,
    source,
    links: {},
    meta: {},
  }));
  return {
    status: problem.status,
    headers: { ...headers, ...problem.headers, "content-type": contentType },
    body: JSON.stringify({ errors }),
  };
}
