// Generated from openapi/2026-07-15.yaml by `pnpm generate`; do not edit.

import type { filters, routes } from "@org/types/2026-07-15";
import type { Client as ClientOf } from "../client.ts";
import type { ClientOptions } from "../client-options.ts";
import { connect } from "../connect.ts";
import type { OperationTable } from "../operation-table.ts";

export * from "../shared.ts";

/** Method, path, id, limits, scopes and media types of every operation of revision 2026-07-15. */
export const operations: OperationTable = {
  revision: "2026-07-15",
  profiles: [
    { burst: 350, steady: 3500, scopes: ["catalogs:read"], accept: "application/vnd.api+json" },
    { burst: 75, steady: 750, scopes: ["catalogs:write"], accept: "application/vnd.api+json", contentType: "application/vnd.api+json" },
    { burst: 75, steady: 750, scopes: ["catalogs:write"], accept: "application/vnd.api+json" },
    { burst: 75, steady: 750, scopes: ["catalogs:read"], accept: "application/vnd.api+json" },
    { burst: 350, steady: 3500, scopes: ["catalogs:write", "profiles:write"], accept: "application/vnd.api+json", contentType: "application/vnd.api+json" },
  ],
  rows: [
    ["GET", "/api/catalog-items", "get_catalog_items", 0],
    ["POST", "/api/catalog-items", "create_catalog_item", 1],
    ["GET", "/api/catalog-items/{id}", "get_catalog_item", 0],
    ["PATCH", "/api/catalog-items/{id}", "update_catalog_item", 1],
    ["DELETE", "/api/catalog-items/{id}", "delete_catalog_item", 2],
    ["GET", "/api/catalog-variants", "get_catalog_variants", 0],
    ["POST", "/api/catalog-variants", "create_catalog_variant", 1],
    ["GET", "/api/catalog-variants/{id}", "get_catalog_variant", 0],
    ["PATCH", "/api/catalog-variants/{id}", "update_catalog_variant", 1],
    ["DELETE", "/api/catalog-variants/{id}", "delete_catalog_variant", 2],
    ["GET", "/api/catalog-categories", "get_catalog_categories", 0],
    ["POST", "/api/catalog-categories", "create_catalog_category", 1],
    ["GET", "/api/catalog-categories/{id}", "get_catalog_category", 0],
    ["PATCH", "/api/catalog-categories/{id}", "update_catalog_category", 1],
    ["DELETE", "/api/catalog-categories/{id}", "delete_catalog_category", 2],
    ["GET", "/api/catalog-item-bulk-create-jobs", "get_bulk_create_catalog_items_jobs", 3],
    ["POST", "/api/catalog-item-bulk-create-jobs", "bulk_create_catalog_items", 1],
    ["GET", "/api/catalog-item-bulk-create-jobs/{job_id}", "get_bulk_create_catalog_items_job", 3],
    ["GET", "/api/catalog-item-bulk-update-jobs", "get_bulk_update_catalog_items_jobs", 3],
    ["POST", "/api/catalog-item-bulk-update-jobs", "bulk_update_catalog_items", 1],
    ["GET", "/api/catalog-item-bulk-update-jobs/{job_id}", "get_bulk_update_catalog_items_job", 3],
    ["GET", "/api/catalog-item-bulk-delete-jobs", "get_bulk_delete_catalog_items_jobs", 0],
    ["POST", "/api/catalog-item-bulk-delete-jobs", "bulk_delete_catalog_items", 1],
    ["GET", "/api/catalog-item-bulk-delete-jobs/{job_id}", "get_bulk_delete_catalog_items_job", 0],
    ["GET", "/api/catalog-variant-bulk-create-jobs", "get_bulk_create_variants_jobs", 3],
    ["POST", "/api/catalog-variant-bulk-create-jobs", "bulk_create_catalog_variants", 1],
    ["GET", "/api/catalog-variant-bulk-create-jobs/{job_id}", "get_bulk_create_variants_job", 3],
    ["GET", "/api/catalog-variant-bulk-update-jobs", "get_bulk_update_variants_jobs", 3],
    ["POST", "/api/catalog-variant-bulk-update-jobs", "bulk_update_catalog_variants", 1],
    ["GET", "/api/catalog-variant-bulk-update-jobs/{job_id}", "get_bulk_update_variants_job", 3],
    ["GET", "/api/catalog-variant-bulk-delete-jobs", "get_bulk_delete_variants_jobs", 0],
    ["POST", "/api/catalog-variant-bulk-delete-jobs", "bulk_delete_catalog_variants", 1],
    ["GET", "/api/catalog-variant-bulk-delete-jobs/{job_id}", "get_bulk_delete_variants_job", 0],
    ["GET", "/api/catalog-category-bulk-create-jobs", "get_bulk_create_categories_jobs", 0],
    ["POST", "/api/catalog-category-bulk-create-jobs", "bulk_create_catalog_categories", 1],
    ["GET", "/api/catalog-category-bulk-create-jobs/{job_id}", "get_bulk_create_categories_job", 0],
    ["GET", "/api/catalog-category-bulk-update-jobs", "get_bulk_update_categories_jobs", 0],
    ["POST", "/api/catalog-category-bulk-update-jobs", "bulk_update_catalog_categories", 1],
    ["GET", "/api/catalog-category-bulk-update-jobs/{job_id}", "get_bulk_update_categories_job", 0],
    ["GET", "/api/catalog-category-bulk-delete-jobs", "get_bulk_delete_categories_jobs", 0],
    ["POST", "/api/catalog-category-bulk-delete-jobs", "bulk_delete_catalog_categories", 1],
    ["GET", "/api/catalog-category-bulk-delete-jobs/{job_id}", "get_bulk_delete_categories_job", 0],
    ["GET", "/api/catalog-categories/{id}/items", "get_items_for_catalog_category", 0],
    ["GET", "/api/catalog-categories/{id}/relationships/items", "get_item_ids_for_catalog_category", 0],
    ["POST", "/api/catalog-categories/{id}/relationships/items", "add_items_to_catalog_category", 1],
    ["PATCH", "/api/catalog-categories/{id}/relationships/items", "update_items_for_catalog_category", 1],
    ["DELETE", "/api/catalog-categories/{id}/relationships/items", "remove_items_from_catalog_category", 1],
    ["GET", "/api/catalog-items/{id}/variants", "get_variants_for_catalog_item", 0],
    ["GET", "/api/catalog-items/{id}/relationships/variants", "get_variant_ids_for_catalog_item", 0],
    ["GET", "/api/catalog-items/{id}/categories", "get_categories_for_catalog_item", 0],
    ["GET", "/api/catalog-items/{id}/relationships/categories", "get_category_ids_for_catalog_item", 0],
    ["POST", "/api/catalog-items/{id}/relationships/categories", "add_categories_to_catalog_item", 1],
    ["PATCH", "/api/catalog-items/{id}/relationships/categories", "update_categories_for_catalog_item", 1],
    ["DELETE", "/api/catalog-items/{id}/relationships/categories", "remove_categories_from_catalog_item", 1],
    ["POST", "/api/back-in-stock-subscriptions", "create_back_in_stock_subscription", 4],
  ],
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
