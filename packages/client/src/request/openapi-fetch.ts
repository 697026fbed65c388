// The only file that knows openapi-fetch, which is frozen upstream: it builds requests and runs middleware.
import createOpenapiClient, { type Middleware } from "openapi-fetch";
import { rereadable, textOf } from "../answers/whole-answer.ts";
import { type CallerHeaders, type HeaderRecord, type HeadersOptions, unsendableHeader } from "./headers.ts";
import { pathString } from "./path-string.ts";
import { queryString } from "./query-string.ts";

export type { Middleware };

type PlatformOptions = Omit<RequestInit, "body" | "headers" | "method">;

/** A request as openapi-fetch and its middleware have made it, ready for `fetch`. */
export interface BuiltRequest extends PlatformOptions {
  method: string;
  headers: HeaderRecord;
  body: string | null;
}

/** What a call says of its request. */
export interface RequestParts {
  params?: { path?: Record<string, unknown>; query?: object; header?: HeadersOptions } | undefined;
  body?: unknown;
  middleware?: readonly (Middleware | undefined)[] | undefined;
}

/** One call, as a {@link Requester} takes it. */
export interface CallRequest<Facts> extends RequestParts {
  method: string;
  path: string;
  /** The caller's, put together. */
  headers: CallerHeaders;
  /** The media type of a body of which the caller says none. */
  contentType: string;
  /** Array query parameters that are repeated instead of comma-separated. */
  repeated: readonly string[] | undefined;
  /** Whatever else `fetch` shall get. */
  options: PlatformOptions;
  /** What `fetch` is told of the call besides. */
  facts: Facts;
}

/** An answer, and the text of its body. */
export interface Answer {
  response: Response;
  text: string;
}

/** Builds requests and sends them through middleware. */
export interface Requester<Facts> {
  send(call: CallRequest<Facts>): Promise<Answer>;
  use(...middleware: (Middleware | undefined)[]): void;
  eject(...middleware: (Middleware | undefined)[]): void;
}

/** Makes the requests to an API. */
export function requester<Facts>(
  baseUrl: string,
  fetch: (url: string, request: BuiltRequest & Facts) => Promise<Response>,
): Requester<Facts> {
  const core = createOpenapiClient({ baseUrl, pathSerializer: pathString, bodySerializer: JSON.stringify });
  const request = core.request as unknown as (method: string, path: string, init: object) => Promise<Outcome>;
  const installed: Middleware[] = [];

  const sendPlain = ({ url, body, built }: PlainRequest & { built: BuiltRequest & Facts }): Promise<Response> => {
    built.body = body;
    return fetch(url, built);
  };

  const plain = ({ params, method, headers, options, facts }: CallRequest<Facts>): object => ({
    // What its headers say is among the caller's already.
    params: { path: {}, ...params, header: undefined },
    Request: PlainRequest,
    fetch: sendPlain,
    built: { ...options, method, headers: headers.sent, body: null, ...facts },
  });

  const seen = ({ params, method, path, headers, body, contentType, options, facts }: CallRequest<Facts>): object => {
    const unsendable = unsendableHeader(headers.sent);
    if (unsendable) throw new TypeError(`${method} ${path}: ${unsendable}`);
    const removed = Object.fromEntries(headers.removed.map((name) => [name, null]));
    return {
      ...options,
      params: { path: {}, ...params },
      headers: { ...(body !== undefined && { "content-type": contentType }), ...headers.sent, ...removed },
      unreplaced: true,
      fetch: async (request: SeenRequest): Promise<Response> =>
        rereadable(await fetch(request.url, { ...options, ...(await builtOf(request)), ...facts })),
    };
  };

  return {
    async send(call) {
      const { method, path, body, middleware, repeated } = call;
      // While no middleware looks at it, nobody needs a real Request, which costs more than all policies together.
      const made = installed.length || middleware?.length ? seen(call) : plain(call);
      const querySerializer = (query: object): string => queryString(query, repeated);
      const init = { ...made, body, middleware, parseAs: "stream", querySerializer };
      const { response, error } = await request(method, path, init);
      // An error that a middleware made has been read by openapi-fetch, and cannot be read again.
      const lost = error !== undefined && response.bodyUsed;
      if (lost) return { response, text: typeof error === "string" ? error : JSON.stringify(error) };
      return { response, text: textOf(response) ?? (await response.text()) };
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

/** What openapi-fetch makes instead of a Request; it adds what it does not know of a call. */
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

/** openapi-fetch copies what it does not know of a call onto its request; one that middleware made lacks it. */
type SeenRequest = Request & { unreplaced?: true };

async function builtOf(request: SeenRequest): Promise<BuiltRequest> {
  const { method, redirect } = request;
  const built = { method, headers: Object.fromEntries(request.headers), body: (await request.text()) || null };
  // The caller's own signal stays: a Request follows it weakly, and a garbage collection would cut it off.
  if (request.unreplaced) return built;
  const { cache, credentials, integrity, keepalive, mode, referrer, referrerPolicy, signal } = request;
  const asked = { ...built, cache, credentials, integrity, keepalive, mode, referrer, referrerPolicy, signal };
  // To follow is what a Request does when nobody says anything.
  return redirect === "follow" ? asked : { ...asked, redirect };
}
