import { Hono } from "hono";
import { ConnectionReset } from "../faults/connection-reset.ts";
import type { Fragment } from "../fragment.ts";
import { compileOperation, defaultContentType, type Operation } from "../operations/compile-operation.ts";
import type { RecordedRequest } from "../requests/recorded-request.ts";
import { createAjv } from "../schema/create-ajv.ts";
import { errorResponse } from "./error-response.ts";
import { Refusal } from "./refusal.ts";
import { serveCall } from "./serve-call.ts";
import type { Service } from "./service.ts";

/** The routes of one revision take the record of the request as hono's environment. */
export type App = Hono<{ Bindings: RecordedRequest }>;

/** One revision of the API. Operations are compiled when they are first called, so that starting costs nothing. */
export function createApp(fragment: Fragment, service: Service): App {
  const app: App = new Hono({ strict: false });
  const ajv = createAjv(fragment, { closed: true });
  for (const operation of fragment.operations) {
    let compiled: Operation | undefined;
    app.on(operation.method, routeOf(operation.path), (context) => {
      compiled ??= compileOperation(operation, fragment.schemas, ajv);
      const record = context.env;
      record.operationId = operation.operationId;
      return serveCall(service, {
        request: context.req.raw,
        operation: compiled,
        path: context.req.param(),
        record,
      });
    });
  }
  const refuse = (refusal: Refusal) =>
    errorResponse(refusal, { contentType: defaultContentType, random: service.random });
  for (const path of new Set(fragment.operations.map((operation) => operation.path))) {
    app.all(routeOf(path), ({ req }) => refuse(methodNotAllowed(req.method, req.path)));
  }
  app.notFound(({ req }) => refuse(noSuchPath(req.path, fragment.revision)));
  app.onError((error) => {
    if (error instanceof ConnectionReset || error.name === "AbortError" || error.name === "TimeoutError") throw error;
    return refuse(brokenMock(error));
  });
  return app;
}

/** A path as hono writes it. Trailing slashes are not strict, so the route is the path without one. */
function routeOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1").replace(/\/$/, "");
}

function methodNotAllowed(method: string, path: string): Refusal {
  const detail = `${path} does not take ${method}.`;
  return new Refusal(405, [{ code: "method_not_allowed", title: "Method not allowed.", detail }]);
}

function noSuchPath(path: string, revision: string): Refusal {
  const detail = `${path} is not a path of the Catalogs API at revision ${revision}.`;
  return new Refusal(404, [{ code: "not_found", title: "Not found.", detail }]);
}

function brokenMock(error: Error): Refusal {
  const detail = `This is a bug in @org/mock, not in your program: ${error.stack ?? error.message}`;
  return new Refusal(500, [{ code: "mock_error", title: "The mock failed.", detail }]);
}
