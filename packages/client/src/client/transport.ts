import type { CallOptions, HeadersOptions } from "../call-types/call-init.ts";
import type { Middleware } from "../middleware/openapi-fetch.ts";
import { runMiddleware } from "../middleware/run-middleware.ts";
import type { OperationFacts } from "../operations/operation-table.ts";
import type { Fetch, HeaderRecord } from "../policies/policy.ts";
import { pathString } from "../request/path-string.ts";
import { queryString } from "../request/query-string.ts";

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
  /** @throws {TypeError} at once, when the path cannot be made */
  send(method: string, path: string, init?: LooseInit, operation?: OperationFacts): Promise<Response>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Turns calls into attempts. */
export function transport({ baseUrl, fetch, headers: common }: TransportOptions): Transport {
  let everywhere: Middleware[] = [];
  return {
    send(method, path, { params = {}, headers: own, body: json, middleware = [], ...rest } = {}, operation) {
      const search = queryString(params.query, operation?.explode);
      const url = baseUrl + pathString(path, params.path) + (search && `?${search}`);
      const headers: HeaderRecord = json === undefined ? {} : { "content-type": "application/json" };
      for (const source of [common, own, params.header]) if (source) setHeaders(headers, source);
      const body = json === undefined ? null : JSON.stringify(json);
      const init = { ...rest, method, headers, body, operation };
      const all = everywhere.concat(middleware);
      if (!all.length) return fetch(url, init);

      const options = {
        baseUrl,
        fetch: fetch as unknown as typeof globalThis.fetch,
        parseAs: "text" as const,
        querySerializer: (query: unknown) => queryString(query as object, operation?.explode),
        bodySerializer: JSON.stringify,
        pathSerializer: pathString,
      };
      const context = { schemaPath: path, params, id: String(Math.random()), options: Object.freeze(options) };
      const first = new Request(url, init);
      return runMiddleware(all, context, first, async (request) => {
        const { url, method, redirect, credentials } = request;
        const headers: HeaderRecord = Object.fromEntries(request.headers);
        const body = request.body && (await request.text());
        // a request that a middleware made has a signal of its own
        const { signal } = request === first ? init : request;
        return fetch(url, { ...rest, method, headers, body, redirect, credentials, signal });
      });
    },
    use(...middleware) {
      everywhere = everywhere.concat(middleware);
    },
    eject(...middleware) {
      everywhere = everywhere.filter((one) => !middleware.includes(one));
    },
  };
}

function setHeaders(target: HeaderRecord, source: HeadersOptions): void {
  for (const [given, value] of source instanceof Headers ? source : Object.entries(source)) {
    const name = given.toLowerCase() as Lowercase<string>;
    if (value === null) delete target[name];
    else if (value !== undefined) target[name] = value;
  }
}
