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
    request = replaced(request, result, Request);
  }
  const inReverse = middleware.toReversed();
  let response = await send(request).catch(async (error: unknown) => {
    for (const { onError } of inReverse) {
      const result = await onError?.({ ...context, request, error });
      if (result instanceof Response) return result;
      error = replaced(error, result, Error);
    }
    throw error;
  });
  for (const { onResponse } of inReverse) {
    const result = await onResponse?.({ ...context, request, response });
    response = replaced(response, result, Response);
  }
  return response;
}

/** What a middleware made of a value; nothing leaves it as it was. */
function replaced<Value>(value: Value, result: unknown, kind: { new (...args: never): Value }): Value {
  if (!result) return value;
  if (result instanceof kind) return result;
  throw new TypeError(`A middleware returned something that is no ${kind.name}.`);
}
