// Generated from openapi/2023-12-15.yaml by `pnpm generate`; do not edit.

import type { filters, routes } from "@org/types/2023-12-15";
import type { Answer, ResourceIn } from "../call-types/answer.ts";
import type { FiltersOf } from "../call-types/api.ts";
import type { CallBody, CallInit, Query } from "../call-types/call-init.ts";
import type { Client as ClientOf } from "../client/client.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { connect } from "../client/connect.ts";
import type { OperationTable } from "../operations/operation-table.ts";

export * from "../shared.ts";

/** Path, method, limits and media types of every operation of revision 2023-12-15. */
export const operations: OperationTable = {
  revision: "2023-12-15",
  profiles: [
    { burst: 350, steady: 3500, accept: "application/json" },
    { burst: 75, steady: 700, accept: "application/json" },
  ],
  paths: {
    "/api/catalog-items/": { GET: 0, POST: 1 },
    "/api/catalog-items/{id}/": { GET: 0, PATCH: 1, DELETE: 1 },
    "/api/catalog-variants/": { GET: 0, POST: 1 },
    "/api/catalog-variants/{id}/": { GET: 0, PATCH: 1, DELETE: 1 },
    "/api/catalog-categories/": { GET: 0, POST: 1 },
    "/api/catalog-categories/{id}/": { GET: 0, PATCH: 1, DELETE: 1 },
    "/api/catalog-item-bulk-create-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-item-bulk-create-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-item-bulk-update-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-item-bulk-update-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-item-bulk-delete-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-item-bulk-delete-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-variant-bulk-create-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-variant-bulk-create-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-variant-bulk-update-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-variant-bulk-update-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-variant-bulk-delete-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-variant-bulk-delete-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-category-bulk-create-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-category-bulk-create-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-category-bulk-update-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-category-bulk-update-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-category-bulk-delete-jobs/": { GET: 0, POST: 1 },
    "/api/catalog-category-bulk-delete-jobs/{job_id}/": { GET: 0 },
    "/api/catalog-categories/{id}/items/": { GET: 0 },
    "/api/catalog-categories/{id}/relationships/items/": { GET: 0, POST: 1, PATCH: 1, DELETE: 1 },
    "/api/catalog-items/{id}/variants/": { GET: 0 },
    "/api/catalog-items/{id}/categories/": { GET: 0 },
    "/api/catalog-items/{id}/relationships/categories/": { GET: 0, POST: 1, PATCH: 1, DELETE: 1 },
    "/api/back-in-stock-subscriptions/": { POST: 0 },
  },
};

/** What the types of calls are made from: the operations and filters of revision 2023-12-15. */
export interface Api {
  routes: routes;
  filters: filters;
}

/** A client of revision 2023-12-15. */
export interface Client extends ClientOf<Api> {}

/**
 * Makes a client that sends `revision: 2023-12-15`. Importing and creating it sends nothing.
 *
 * @throws TypeError when there is no credential, or more than one
 * @example
 * ```ts
 * import { createClient } from "@org/client/2023-12-15";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * ```
 */
export function createClient(options: ClientOptions): Client {
  return connect<Api>(operations, options);
}

/**
 * The paths that have a method.
 *
 * @example
 * ```ts
 * import type { PathOf } from "@org/client/2023-12-15";
 *
 * export type Example = PathOf<"POST">;
 * ```
 */
export type PathOf<Method extends keyof routes = "GET"> =
  keyof routes[Method];

/**
 * The second argument of a call: parameters, body, headers, signal.
 *
 * @example
 * ```ts
 * import type { InitOf } from "@org/client/2023-12-15";
 *
 * export type Example = InitOf<"/api/catalog-items/">;
 * ```
 */
export type InitOf<Path extends PathOf<Method>, Method extends keyof routes = "GET"> =
  CallInit<routes[Method][Path], FiltersOf<Api, Path>>;

/**
 * The query that a call takes.
 *
 * @example
 * ```ts
 * import type { QueryOf } from "@org/client/2023-12-15";
 *
 * export type Example = QueryOf<"/api/catalog-items/">;
 * ```
 */
export type QueryOf<Path extends PathOf<Method>, Method extends keyof routes = "GET"> =
  Query<routes[Method][Path], FiltersOf<Api, Path>>;

/**
 * The body that a call takes; `undefined` where it takes none.
 *
 * @example
 * ```ts
 * import type { BodyOf } from "@org/client/2023-12-15";
 *
 * export type Example = BodyOf<"/api/catalog-items/", "POST">;
 * ```
 */
export type BodyOf<Path extends PathOf<Method>, Method extends keyof routes> =
  CallBody<routes[Method][Path]>;

/**
 * The document that a call is answered with, if its query is of the type `Asked`.
 *
 * @example
 * ```ts
 * import type { AnswerOf } from "@org/client/2023-12-15";
 *
 * export type Example = AnswerOf<"/api/catalog-items/">;
 * ```
 */
export type AnswerOf<Path extends PathOf<Method>, Method extends keyof routes = "GET", Asked extends QueryOf<Path, Method> = never> =
  Answer<routes[Method][Path], Asked>;

/**
 * The resource in the answer to a call; of a list, one of its resources.
 *
 * @example
 * ```ts
 * import type { ResourceOf } from "@org/client/2023-12-15";
 *
 * export type Example = ResourceOf<"/api/catalog-items/">;
 * ```
 */
export type ResourceOf<Path extends PathOf<Method>, Method extends keyof routes = "GET", Asked extends QueryOf<Path, Method> = never> =
  ResourceIn<AnswerOf<Path, Method, Asked>>;
