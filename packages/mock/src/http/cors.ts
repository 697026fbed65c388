import type { Reply } from "./reply.ts";
import type { Incoming } from "./request.ts";

/** What a browser asks before it sends a page's request to another origin; nothing for any other request. */
export function preflightReply({ method, url, headers }: Incoming): Reply | undefined {
  const wanted = headers["access-control-request-method"];
  if (method !== "OPTIONS" || headers.origin === undefined || wanted === undefined) return undefined;
  if (!URL.canParse(url)) return undefined;
  const allowed = {
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
    // A wildcard would not include Authorization.
    "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
  };
  return withCors({ status: 204, headers: allowed, body: null }, headers.origin);
}

/** Lets a page of another origin read an answer with all its headers; the API itself would not. */
export function withCors(reply: Reply, origin: string | undefined): Reply {
  if (origin === undefined) return reply;
  const headers = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
