import type { Middleware } from "./openapi-fetch.ts";

/** What openapi-fetch tells every middleware of a call. */
export type MiddlewareContext = Omit<Parameters<NonNullable<Middleware["onRequest"]>>[0], "request">;

/**
 * Sends a request through openapi-fetch's kind of middleware, with the semantics of its 0.17.0: `onRequest` in order,
 * `onResponse` and `onError` in reverse; an answer from `onRequest` skips the rest. A test holds the two side by side.
 */
export async function runMiddleware(
  middleware: readonly Middleware[],
  context: MiddlewareContext,
  first: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  let request = first;
  for (const { onRequest } of middleware) {
    const result = await onRequest?.({ ...context, request });
    if (result instanceof Response) return result;
    if (result instanceof Request) request = result;
    else if (result) throw new TypeError(wrong);
  }
  const inReverse = middleware.toReversed();
  let response = await send(request).catch(async (error: unknown) => {
    for (const { onError } of inReverse) {
      const result = await onError?.({ ...context, request, error });
      if (result instanceof Response) return result;
      if (result instanceof Error) error = result;
      else if (result) throw new TypeError(wrong);
    }
    throw error;
  });
  for (const { onResponse } of inReverse) {
    const result = await onResponse?.({ ...context, request, response });
    if (result instanceof Response) response = result;
    else if (result) throw new TypeError(wrong);
  }
  return response;
}

const wrong = "A middleware may return a Request, a Response, an Error or nothing, each at its place.";
