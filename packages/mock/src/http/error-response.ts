import { uuid } from "../state/uuid.ts";
import { JsonResponse } from "./json-response.ts";
import type { Refusal } from "./refusal.ts";

export interface ErrorResponseOptions {
  contentType: string;
  random: () => number;
  headers?: Readonly<Record<string, string>>;
}

/** A refusal in the API's error form. Real answers carry `status`, `links` and `meta`, which no document models. */
export function errorResponse(refusal: Refusal, { contentType, random, headers }: ErrorResponseOptions): Response {
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
  return new JsonResponse(refusal.status, { errors }, contentType, { ...headers, ...refusal.headers });
}
