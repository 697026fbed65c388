// Generated from openapi/2023-12-15.yaml by `pnpm generate`; do not edit.

import type { filters, routes } from "@org/types/2023-12-15";
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

/** A client of revision 2023-12-15. */
export type Client = ClientOf<routes, filters>;

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
  return connect<routes, filters>(operations, options);
}
