import createOpenapiClient, { type Middleware } from "openapi-fetch";
import { pathString } from "./path-string.ts";
import type { Fetch } from "./policy.ts";
import { queryString } from "./query-string.ts";

// The only file that knows openapi-fetch: it builds URLs and requests and runs middleware.
export type { Middleware };

/** What openapi-fetch needs of us. */
export interface TransportOptions {
  baseUrl: string;
  fetch: Fetch;
  headers?: HeadersInit | undefined;
}

/** A body as text when the answer is ok; whatever it was, parsed if it is JSON, when it is not. */
export interface Answered {
  data?: string | undefined;
  error?: unknown;
  response: Response;
}

/** Sends calls; what they resolve to is not interpreted. */
export interface Transport {
  send(method: string, path: string, init: object | undefined, repeated?: readonly string[]): Promise<Answered>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** The transport on openapi-fetch. */
export function transport(options: TransportOptions): Transport {
  const client = createOpenapiClient<Record<string, never>>({ ...options, pathSerializer: pathString });
  const request = client.request as unknown as (...call: [string, string, object]) => Promise<Answered>;
  return {
    send: (method, path, init, repeated) =>
      request(method, path, {
        ...init,
        parseAs: "text",
        querySerializer: (query: Record<string, unknown>) => queryString(query, repeated),
      }),
    use: client.use,
    eject: client.eject,
  };
}
