import type { CatalogRecord } from "./catalog-record.ts";
import { OrderedIndex } from "./ordered-index.ts";

/** The records of one kind: by id, and in the order of creation. */
export class RecordTable {
  readonly #byId = new Map<string, CatalogRecord>();
  readonly order: OrderedIndex<CatalogRecord> = new OrderedIndex<CatalogRecord>();

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): CatalogRecord | undefined {
    return this.#byId.get(id);
  }

  add(record: CatalogRecord): void {
    this.#byId.set(record.id, record);
    this.order.add(record);
  }

  delete(record: CatalogRecord): void {
    this.#byId.delete(record.id);
    this.order.delete(record);
  }
}
