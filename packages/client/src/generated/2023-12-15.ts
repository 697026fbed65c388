// Generated from openapi/2023-12-15.yaml by `pnpm generate`; do not edit.

import type { filters, routes } from "@org/types/2023-12-15";
import type { Client as ClientOf } from "../client.ts";
import type { ClientOptions } from "../client-options.ts";
import { connect } from "../connect.ts";
import type { OperationTable } from "../operation-table.ts";

export * from "../shared.ts";

/** Path, method, id, limits, scopes and media types of every operation of revision 2023-12-15. */
export const operations: OperationTable = {
  revision: "2023-12-15",
  profiles: [
    { burst: 350, steady: 3500, scopes: ["catalogs:read"], accept: "application/json" },
    { burst: 75, steady: 700, scopes: ["catalogs:write"], accept: "application/json", contentType: "application/json" },
    { burst: 75, steady: 700, scopes: ["catalogs:write"], accept: "application/json" },
    { burst: 350, steady: 3500, scopes: ["catalogs:write", "profiles:write"], accept: "application/json", contentType: "application/json" },
  ],
  paths: {
    "/api/catalog-items/": { GET: [0, "get_catalog_items"], POST: [1, "create_catalog_item"] },
    "/api/catalog-items/{id}/": { GET: [0, "get_catalog_item"], PATCH: [1, "update_catalog_item"], DELETE: [2, "delete_catalog_item"] },
    "/api/catalog-variants/": { GET: [0, "get_catalog_variants"], POST: [1, "create_catalog_variant"] },
    "/api/catalog-variants/{id}/": { GET: [0, "get_catalog_variant"], PATCH: [1, "update_catalog_variant"], DELETE: [2, "delete_catalog_variant"] },
    "/api/catalog-categories/": { GET: [0, "get_catalog_categories"], POST: [1, "create_catalog_category"] },
    "/api/catalog-categories/{id}/": { GET: [0, "get_catalog_category"], PATCH: [1, "update_catalog_category"], DELETE: [2, "delete_catalog_category"] },
    "/api/catalog-item-bulk-create-jobs/": { GET: [0, "get_create_items_jobs"], POST: [1, "spawn_create_items_job"] },
    "/api/catalog-item-bulk-create-jobs/{job_id}/": { GET: [0, "get_create_items_job"] },
    "/api/catalog-item-bulk-update-jobs/": { GET: [0, "get_update_items_jobs"], POST: [1, "spawn_update_items_job"] },
    "/api/catalog-item-bulk-update-jobs/{job_id}/": { GET: [0, "get_update_items_job"] },
    "/api/catalog-item-bulk-delete-jobs/": { GET: [0, "get_delete_items_jobs"], POST: [1, "spawn_delete_items_job"] },
    "/api/catalog-item-bulk-delete-jobs/{job_id}/": { GET: [0, "get_delete_items_job"] },
    "/api/catalog-variant-bulk-create-jobs/": { GET: [0, "get_create_variants_jobs"], POST: [1, "spawn_create_variants_job"] },
    "/api/catalog-variant-bulk-create-jobs/{job_id}/": { GET: [0, "get_create_variants_job"] },
    "/api/catalog-variant-bulk-update-jobs/": { GET: [0, "get_update_variants_jobs"], POST: [1, "spawn_update_variants_job"] },
    "/api/catalog-variant-bulk-update-jobs/{job_id}/": { GET: [0, "get_update_variants_job"] },
    "/api/catalog-variant-bulk-delete-jobs/": { GET: [0, "get_delete_variants_jobs"], POST: [1, "spawn_delete_variants_job"] },
    "/api/catalog-variant-bulk-delete-jobs/{job_id}/": { GET: [0, "get_delete_variants_job"] },
    "/api/catalog-category-bulk-create-jobs/": { GET: [0, "get_create_categories_jobs"], POST: [1, "spawn_create_categories_job"] },
    "/api/catalog-category-bulk-create-jobs/{job_id}/": { GET: [0, "get_create_categories_job"] },
    "/api/catalog-category-bulk-update-jobs/": { GET: [0, "get_update_categories_jobs"], POST: [1, "spawn_update_categories_job"] },
    "/api/catalog-category-bulk-update-jobs/{job_id}/": { GET: [0, "get_update_categories_job"] },
    "/api/catalog-category-bulk-delete-jobs/": { GET: [0, "get_delete_categories_jobs"], POST: [1, "spawn_delete_categories_job"] },
    "/api/catalog-category-bulk-delete-jobs/{job_id}/": { GET: [0, "get_delete_categories_job"] },
    "/api/catalog-categories/{id}/items/": { GET: [0, "get_catalog_category_items"] },
    "/api/catalog-categories/{id}/relationships/items/": { GET: [0, "get_catalog_category_relationships_items"], POST: [1, "create_catalog_category_relationships_items"], PATCH: [1, "update_catalog_category_relationships_items"], DELETE: [1, "delete_catalog_category_relationships_items"] },
    "/api/catalog-items/{id}/variants/": { GET: [0, "get_catalog_item_variants"] },
    "/api/catalog-items/{id}/categories/": { GET: [0, "get_catalog_item_categories"] },
    "/api/catalog-items/{id}/relationships/categories/": { GET: [0, "get_catalog_item_relationships_categories"], POST: [1, "create_catalog_item_relationships_categories"], PATCH: [1, "update_catalog_item_relationships_categories"], DELETE: [1, "delete_catalog_item_relationships_categories"] },
    "/api/back-in-stock-subscriptions/": { POST: [3, "create_back_in_stock_subscription"] },
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
