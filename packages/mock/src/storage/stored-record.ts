import type { Catalog } from "../catalog/catalog.ts";
import type { Kind } from "../catalog/kind.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";

/** A record with its links, which an item keeps for both ends. */
export interface StoredRecord extends CatalogRecord {
  categories?: readonly string[];
}

/** A record as it is to be kept, or nothing when it has been deleted. */
export function storedRecord(catalog: Catalog, kind: Kind, id: string): StoredRecord | undefined {
  const record = catalog.get(kind, id);
  if (record?.kind !== "item") return record;
  return { ...record, categories: Array.from(catalog.categoriesOf(id), (category) => category.id) };
}

/** Puts a kept record back; categories must have come before the items that link to them. */
export function restoreRecord(catalog: Catalog, { categories = [], ...record }: StoredRecord): void {
  catalog.restore(record);
  for (const id of categories) {
    const category = catalog.get("category", id);
    if (category) catalog.restoreLink(record, category);
  }
}
