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

export function jsonReply(
  status: number,
  document: unknown,
  contentType: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  return { status, headers: { ...headers, "content-type": contentType }, body: JSON.stringify(document) };
}

export interface ErrorReplyOptions {
  contentType: string;
  random: () => number;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal in the API's error form. Real answers carry `status`, `links` and `meta`, which no document models. */
export function errorReply(refusal: ApiProblem, { contentType, random, headers }: ErrorReplyOptions): Reply {
  const errors = refusal.problems.map(({ code, title, detail, source = { pointer: "/data" } }) => ({
    id: uuid(random),
    status: refusal.status,
    code,
    title,
    detail,
    source,
    links: {},
    meta: {},
  }));
  return jsonReply(refusal.status, { errors }, contentType, { ...headers, ...refusal.headers });
}
