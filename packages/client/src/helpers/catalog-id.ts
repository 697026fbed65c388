/**
 * The id of an item, variant or category with this `external_id`, in the only integration and catalog that the API
 * lets you write to: `$custom` and `$default`.
 *
 * @throws {TypeError} when there is no external id
 * @example
 * ```ts
 * import { catalogId, createClient } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * // asks for $custom:::$default:::SKU-1
 * await klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: catalogId("SKU-1") } } });
 * ```
 */
export function catalogId<const ExternalId extends string>(externalId: ExternalId): CatalogId<ExternalId> {
  if (typeof externalId !== "string" || !externalId) {
    throw new TypeError(`catalogId needs an external id, not an empty one: it got ${JSON.stringify(externalId)}.`);
  }
  return `$custom:::$default:::${externalId}`;
}

/** The id of a record of your own catalog. */
export type CatalogId<ExternalId extends string = string> = `$custom:::$default:::${ExternalId}`;
