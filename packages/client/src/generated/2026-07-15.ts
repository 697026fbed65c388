// Generated from openapi/2026-07-15.yaml by `pnpm generate`; do not edit.

import type { filters, routes } from "@org/types/2026-07-15";
import type { Client as ClientOf } from "../client.ts";
import type { ClientOptions } from "../client-options.ts";
import { connect } from "../connect.ts";
import type { OperationTable } from "../operation-table.ts";

export * from "../shared.ts";

/** Path, method, id, limits, scopes and media types of every operation of revision 2026-07-15. */
export const operations: OperationTable = {
  revision: "2026-07-15",
  profiles: [
    { burst: 350, steady: 3500, scopes: ["catalogs:read"], accept: "application/vnd.api+json" },
    { burst: 75, steady: 750, scopes: ["catalogs:write"], accept: "application/vnd.api+json", contentType: "application/vnd.api+json" },
    { burst: 75, steady: 750, scopes: ["catalogs:write"], accept: "application/vnd.api+json" },
    { burst: 75, steady: 750, scopes: ["catalogs:read"], accept: "application/vnd.api+json" },
    { burst: 350, steady: 3500, scopes: ["catalogs:write", "profiles:write"], accept: "application/vnd.api+json", contentType: "application/vnd.api+json" },
  ],
  paths: {
    "/api/catalog-items": { GET: [0, "get_catalog_items"], POST: [1, "create_catalog_item"] },
    "/api/catalog-items/{id}": { GET: [0, "get_catalog_item"], PATCH: [1, "update_catalog_item"], DELETE: [2, "delete_catalog_item"] },
    "/api/catalog-variants": { GET: [0, "get_catalog_variants"], POST: [1, "create_catalog_variant"] },
    "/api/catalog-variants/{id}": { GET: [0, "get_catalog_variant"], PATCH: [1, "update_catalog_variant"], DELETE: [2, "delete_catalog_variant"] },
    "/api/catalog-categories": { GET: [0, "get_catalog_categories"], POST: [1, "create_catalog_category"] },
    "/api/catalog-categories/{id}": { GET: [0, "get_catalog_category"], PATCH: [1, "update_catalog_category"], DELETE: [2, "delete_catalog_category"] },
    "/api/catalog-item-bulk-create-jobs": { GET: [3, "get_bulk_create_catalog_items_jobs"], POST: [1, "bulk_create_catalog_items"] },
    "/api/catalog-item-bulk-create-jobs/{job_id}": { GET: [3, "get_bulk_create_catalog_items_job"] },
    "/api/catalog-item-bulk-update-jobs": { GET: [3, "get_bulk_update_catalog_items_jobs"], POST: [1, "bulk_update_catalog_items"] },
    "/api/catalog-item-bulk-update-jobs/{job_id}": { GET: [3, "get_bulk_update_catalog_items_job"] },
    "/api/catalog-item-bulk-delete-jobs": { GET: [0, "get_bulk_delete_catalog_items_jobs"], POST: [1, "bulk_delete_catalog_items"] },
    "/api/catalog-item-bulk-delete-jobs/{job_id}": { GET: [0, "get_bulk_delete_catalog_items_job"] },
    "/api/catalog-variant-bulk-create-jobs": { GET: [3, "get_bulk_create_variants_jobs"], POST: [1, "bulk_create_catalog_variants"] },
    "/api/catalog-variant-bulk-create-jobs/{job_id}": { GET: [3, "get_bulk_create_variants_job"] },
    "/api/catalog-variant-bulk-update-jobs": { GET: [3, "get_bulk_update_variants_jobs"], POST: [1, "bulk_update_catalog_variants"] },
    "/api/catalog-variant-bulk-update-jobs/{job_id}": { GET: [3, "get_bulk_update_variants_job"] },
    "/api/catalog-variant-bulk-delete-jobs": { GET: [0, "get_bulk_delete_variants_jobs"], POST: [1, "bulk_delete_catalog_variants"] },
    "/api/catalog-variant-bulk-delete-jobs/{job_id}": { GET: [0, "get_bulk_delete_variants_job"] },
    "/api/catalog-category-bulk-create-jobs": { GET: [0, "get_bulk_create_categories_jobs"], POST: [1, "bulk_create_catalog_categories"] },
    "/api/catalog-category-bulk-create-jobs/{job_id}": { GET: [0, "get_bulk_create_categories_job"] },
    "/api/catalog-category-bulk-update-jobs": { GET: [0, "get_bulk_update_categories_jobs"], POST: [1, "bulk_update_catalog_categories"] },
    "/api/catalog-category-bulk-update-jobs/{job_id}": { GET: [0, "get_bulk_update_categories_job"] },
    "/api/catalog-category-bulk-delete-jobs": { GET: [0, "get_bulk_delete_categories_jobs"], POST: [1, "bulk_delete_catalog_categories"] },
    "/api/catalog-category-bulk-delete-jobs/{job_id}": { GET: [0, "get_bulk_delete_categories_job"] },
    "/api/catalog-categories/{id}/items": { GET: [0, "get_items_for_catalog_category"] },
    "/api/catalog-categories/{id}/relationships/items": { GET: [0, "get_item_ids_for_catalog_category"], POST: [1, "add_items_to_catalog_category"], PATCH: [1, "update_items_for_catalog_category"], DELETE: [1, "remove_items_from_catalog_category"] },
    "/api/catalog-items/{id}/variants": { GET: [0, "get_variants_for_catalog_item"] },
    "/api/catalog-items/{id}/relationships/variants": { GET: [0, "get_variant_ids_for_catalog_item"] },
    "/api/catalog-items/{id}/categories": { GET: [0, "get_categories_for_catalog_item"] },
    "/api/catalog-items/{id}/relationships/categories": { GET: [0, "get_category_ids_for_catalog_item"], POST: [1, "add_categories_to_catalog_item"], PATCH: [1, "update_categories_for_catalog_item"], DELETE: [1, "remove_categories_from_catalog_item"] },
    "/api/back-in-stock-subscriptions": { POST: [4, "create_back_in_stock_subscription"] },
  },
};

/** A client of revision 2026-07-15. */
export type Client = ClientOf<routes, filters>;

/**
 * Makes a client that sends `revision: 2026-07-15`. Importing and creating it sends nothing.
 *
 * @throws TypeError when there is no credential, or more than one
 * @example
 * ```ts
 * import { createClient } from "@org/client/2026-07-15";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * ```
 */
export function createClient(options: ClientOptions): Client {
  return connect<routes, filters>(operations, options);
}
