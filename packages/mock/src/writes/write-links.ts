import type { Catalog } from "../state/catalog.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import type { OrderedIndex } from "../state/ordered-index.ts";

/** The other ends of an item's or a category's links. */
export function linksOf(catalog: Catalog, record: CatalogRecord): OrderedIndex<CatalogRecord> {
  return record.kind === "item" ? catalog.categoriesOf(record.id) : catalog.itemsOf(record.id);
}

/** Linking what is linked already changes nothing, as JSON:API asks. */
export function addLinks(catalog: Catalog, record: CatalogRecord, others: Iterable<CatalogRecord>): void {
  for (const other of others) {
    if (record.kind === "item") catalog.link(record, other);
    else catalog.link(other, record);
  }
}

export function removeLinks(catalog: Catalog, record: CatalogRecord, others: Iterable<CatalogRecord>): void {
  for (const other of others) {
    if (record.kind === "item") catalog.unlink(record, other);
    else catalog.unlink(other, record);
  }
}

export function replaceLinks(catalog: Catalog, record: CatalogRecord, others: readonly CatalogRecord[]): void {
  const kept = new Set(others);
  const dropped = [...linksOf(catalog, record)].filter((other) => !kept.has(other));
  removeLinks(catalog, record, dropped);
  addLinks(catalog, record, others);
}
