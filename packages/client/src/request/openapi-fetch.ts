// The only file that knows openapi-fetch, which is frozen upstream: it builds requests and runs middleware.
import createOpenapiClient, { type Middleware } from "openapi-fetch";
import { rereadable, textOf } from "../answers/whole-answer.ts";
import {
  type CallerHeaders,
  type HeaderRecord,
  type HeadersOptions,
  unsendableHeader,
  withoutRemoved,
} from "./headers.ts";
import { pathString } from "./path-string.ts";
import { queryString } from "./query-string.ts";

export type { Middleware };

/** A request as openapi-fetch and its middleware have made it, ready for `fetch`. */
export interface BuiltRequest extends Omit<RequestInit, "body" | "headers" | "method"> {
  url: string;
  method: string;
  headers: HeaderRecord;
  body: string | null;
}

/** What is sent: a call's own parts, and whatever else `fetch` shall get. */
export interface RequestParts extends Omit<RequestInit, "body" | "headers" | "method"> {
  params?: { path?: Record<string, unknown>; query?: object; header?: HeadersOptions } | undefined;
  body?: unknown;
  middleware?: readonly (Middleware | undefined)[] | undefined;
}

/** An answer, and the text of its body. */
export interface Answer {
  response: Response;
  text: string;
}

/** What one call is sent with. */
export interface SendOptions {
  /** The caller's headers, put together. */
  headers: CallerHeaders;
  /** Array query parameters that are repeated instead of comma-separated. */
  repeated: readonly string[] | undefined;
  fetch: (request: BuiltRequest) => Promise<Response>;
}

/** Builds requests and sends them through middleware. */
export interface Requester {
  send(method: string, path: string, parts: RequestParts, options: SendOptions): Promise<Answer>;
  use(...middleware: (Middleware | undefined)[]): void;
  eject(...middleware: (Middleware | undefined)[]): void;
}

/** Makes the requests to an API. */
export function requester(baseUrl: string): Requester {
  const core = createOpenapiClient({ baseUrl, pathSerializer: pathString, bodySerializer: JSON.stringify });
  const request = core.request as unknown as (method: string, path: string, init: object) => Promise<Outcome>;
  const installed: Middleware[] = [];

  return {
    async send(method, path, { params, body, middleware = [], ...rest }, { headers, repeated, fetch }) {
      const sent = withoutRemoved(headers);
      const init = {
        params: { path: {}, ...params, header: undefined },
        body,
        middleware,
        parseAs: "stream",
        querySerializer: (query: object) => queryString(query, repeated),
      };
      // While no middleware looks at it, nobody needs a real Request, which costs more than all policies together.
      if (!installed.length && !middleware.length) {
        const plain = async ({ url, body }: PlainRequest): Promise<Response> => {
          const response = await fetch({ ...rest, url, method, headers: sent, body });
          return response.ok ? response : rereadable(response);
        };
        return answerOf(await request(method, path, { ...init, Request: PlainRequest, fetch: plain }));
      }
      const unsendable = unsendableHeader(sent);
      if (unsendable) throw new TypeError(`${method} ${path}: ${unsendable}`);
      const real = async (request: SeenRequest): Promise<Response> => {
        const built = { ...rest, ...(await initOf(request)), headers: headersOf(request, headers) };
        return rereadable(await fetch({ ...built, url: request.url }));
      };
      init.params = { path: {}, ...params } as typeof init.params;
      return answerOf(await request(method, path, { ...rest, ...init, headers, unreplaced: true, fetch: real }));
    },
    use(...middleware) {
      // One by one, because openapi-fetch keeps those that stand before one that it refuses.
      for (const one of middleware) {
        core.use(one as Middleware);
        if (one) installed.push(one);
      }
    },
    eject(...middleware) {
      for (const one of middleware) {
        core.eject(one as Middleware);
        const index = installed.indexOf(one as Middleware);
        if (index >= 0) installed.splice(index, 1);
      }
    },
  };
}

class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly body: string | null;
  constructor(url: string, { method, body = null }: { method: string; body?: string | null }) {
    this.url = url;
    this.method = method;
    this.body = body;
  }
}

interface Outcome {
  response: Response;
  /** The body of an answer that is not ok, parsed where it is JSON. */
  error?: unknown;
}

async function answerOf({ response, error }: Outcome): Promise<Answer> {
  // An error that a middleware made has been read by openapi-fetch, and cannot be read again.
  if (error === undefined || !response.bodyUsed) return { response, text: await textOf(response) };
  return { response, text: typeof error === "string" ? error : JSON.stringify(error) };
}

/** openapi-fetch copies what it does not know of a call onto its request; one that middleware made lacks it. */
type SeenRequest = Request & { unreplaced?: true };

async function initOf(request: SeenRequest): Promise<Pick<BuiltRequest, "method" | "body">> {
  const { method, redirect } = request;
  const body = method === "GET" ? null : (await request.text()) || null;
  // The caller's own signal stays: a Request follows it weakly, and a garbage collection would cut it off.
  if (request.unreplaced) return { method, body };
  const { cache, credentials, integrity, keepalive, mode, referrer, referrerPolicy, signal } = request;
  const asked = { cache, credentials, integrity, keepalive, mode, referrer, referrerPolicy, signal, method, body };
  // To follow is what a Request does when nobody says anything.
  return redirect === "follow" ? asked : Object.assign(asked, { redirect });
}

function headersOf(request: Request, callers: CallerHeaders): HeaderRecord {
  const headers: HeaderRecord = Object.fromEntries(request.headers);
  // openapi-fetch gives this to every body; the operation's media type is set where nobody has asked for another.
  if (!callers["content-type"] && headers["content-type"] === "application/json") delete headers["content-type"];
  return headers;
}
