import { uuid } from "../state/uuid.ts";
import type { Refusal } from "./refusal.ts";
import { jsonReply, type Reply } from "./reply.ts";

export interface ErrorReplyOptions {
  contentType: string;
  random: () => number;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal in the API's error form. Real answers carry `status`, `links` and `meta`, which no document models. */
export function errorReply(refusal: Refusal, { contentType, random, headers }: ErrorReplyOptions): Reply {
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
