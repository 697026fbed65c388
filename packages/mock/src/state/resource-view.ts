import type { Catalog } from "../catalog/catalog.ts";
import { type Kind, plural } from "../catalog/kind.ts";
import { relatedKinds, relatedRecords } from "../catalog/linkage.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";

/** A copy of a record; changing it changes nothing in the mock. */
export interface StoredResource {
  id: string;
  attributes: Record<string, unknown>;
  /** Ids by relationship, in the order of creation: `{ variants: ["$custom:::$default:::SKU-1-S"] }`. */
  related: Record<string, string[]>;
}

export interface ResourceView {
  readonly size: number;
  /** @param id the compound id, e.g. `$custom:::$default:::SKU-1` */
  get(id: string): StoredResource | undefined;
  /** All of them, in the order of creation. */
  all(): StoredResource[];
}

/** @param current the catalog, brought up to the present moment */
export function resourceView(current: () => Catalog, kind: Kind): ResourceView {
  const copy = (catalog: Catalog, record: CatalogRecord): StoredResource => ({
    id: record.id,
    attributes: structuredClone(record.attributes),
    related: relatedIds(catalog, record),
  });
  return {
    get size() {
      return current().tables[kind].size;
    },
    get: (id) => {
      const catalog = current();
      const record = catalog.get(kind, id);
      return record && copy(catalog, record);
    },
    all: () => {
      const catalog = current();
      return Array.from(catalog.tables[kind].order, (record) => copy(catalog, record));
    },
  };
}

function relatedIds(catalog: Catalog, record: CatalogRecord): Record<string, string[]> {
  if (record.itemId !== undefined) return { item: [record.itemId] };
  const entries = relatedKinds[record.kind].map((related) => [
    plural[related],
    Array.from(relatedRecords(catalog, record, related), (other) => other.id),
  ]);
  return Object.fromEntries(entries);
}
