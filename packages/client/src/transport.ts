import type { CallOptions } from "./call-init.ts";
import { createFinalURL, type Middleware, mergeHeaders } from "./openapi-fetch.ts";
import { pathString } from "./path-string.ts";
import type { Fetch } from "./policy.ts";
import { queryString } from "./query-string.ts";
import { runMiddleware } from "./run-middleware.ts";

/** What a transport is made of. */
export interface TransportOptions {
  baseUrl: string;
  fetch: Fetch;
  headers?: Record<string, string> | undefined;
}

/** A call's second argument, as the runtime sees it. */
export interface LooseInit extends CallOptions {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown>; header?: Record<string, string> };
  body?: unknown;
}

/** Sends calls; what they resolve to is not interpreted. */
export interface Transport {
  send(method: string, path: string, init?: LooseInit, repeated?: readonly string[]): Promise<Response>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Turns calls into requests. */
export function transport({ baseUrl, fetch, headers: common }: TransportOptions): Transport {
  let everywhere: Middleware[] = [];
  return {
    async send(method, path, { params = {}, headers, body, middleware = [], ...rest } = {}, repeated) {
      const querySerializer = (query: unknown): string => queryString(query as object, repeated);
      const url = createFinalURL(path, { baseUrl, params, querySerializer, pathSerializer: pathString });
      const json = body === undefined ? {} : { "content-type": "application/json" };
      const request = new Request(url, {
        ...rest,
        method,
        headers: mergeHeaders(json, common, headers, params.header),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const all = [...everywhere, ...middleware];
      if (!all.length) return fetch(request);
      const options = {
        baseUrl,
        fetch: fetch as typeof globalThis.fetch,
        parseAs: "text" as const,
        querySerializer,
        bodySerializer: JSON.stringify,
        pathSerializer: pathString,
      };
      const context = {
        schemaPath: path,
        params,
        id: Math.random().toString(36).slice(2),
        options: Object.freeze(options),
      };
      return runMiddleware(all, context, request, fetch);
    },
    use(...middleware) {
      everywhere = [...everywhere, ...middleware];
    },
    eject(...middleware) {
      everywhere = everywhere.filter((one) => !middleware.includes(one));
    },
  };
}
