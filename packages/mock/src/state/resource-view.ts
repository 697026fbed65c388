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

export function resourceView(catalog: Catalog, kind: Kind): ResourceView {
  const table = catalog.tables[kind];
  const copy = (record: CatalogRecord): StoredResource => ({
    id: record.id,
    attributes: structuredClone(record.attributes),
    related: relatedIds(catalog, record),
  });
  return {
    get size() {
      return table.size;
    },
    get: (id) => {
      const record = table.get(id);
      return record && copy(record);
    },
    all: () => Array.from(table.order, copy),
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
