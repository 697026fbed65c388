import type { Catalog } from "./catalog.ts";
import type { CatalogRecord } from "./catalog-record.ts";
import type { Kind } from "./kind.ts";
import type { OrderedIndex } from "./ordered-index.ts";

/** To-many relationships. */
export const relatedKinds: Readonly<Record<Kind, readonly Kind[]>> = {
  item: ["variant", "category"],
  variant: [],
  category: ["item"],
};

/** What a record is related to, in the order of creation. */
export function relatedRecords(catalog: Catalog, record: CatalogRecord, related: Kind): OrderedIndex<CatalogRecord> {
  if (related === "item") return catalog.itemsOf(record.id);
  return related === "variant" ? catalog.variantsOf(record.id) : catalog.categoriesOf(record.id);
}
