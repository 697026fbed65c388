import { timestamp } from "../clock/clock.ts";
import type { Kind } from "./kind.ts";
import { IndexBy, type OrderedIndex } from "./ordered-index.ts";
import { type Attributes, type CatalogRecord, RecordTable } from "./record-table.ts";

export interface NewRecord {
  id: string;
  attributes: Attributes;
  itemId?: string;
}

export interface CatalogOptions {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Called with every record whose stored form changed; a deleted one is no longer in its table. */
  onChange?: (record: CatalogRecord) => void;
}

/** The catalog of one account: records, the links between them, and an index for everything a list can ask for. */
export class Catalog {
  readonly tables: Readonly<Record<Kind, RecordTable>> = {
    item: new RecordTable(),
    variant: new RecordTable(),
    category: new RecordTable(),
  };
  readonly #itemsOfCategory = new IndexBy<CatalogRecord>();
  readonly #categoriesOfItem = new IndexBy<CatalogRecord>();
  readonly #variantsOfItem = new IndexBy<CatalogRecord>();
  readonly #now: () => number;
  readonly #onChange: (record: CatalogRecord) => void;
  #lastSeq = 0;

  constructor({ now, onChange = () => {} }: CatalogOptions) {
    this.#now = now;
    this.#onChange = onChange;
  }

  get(kind: Kind, id: string): CatalogRecord | undefined {
    return this.tables[kind].get(id);
  }

  insert(kind: Kind, { id, attributes, itemId }: NewRecord): CatalogRecord {
    const now = timestamp(this.#now());
    const record: CatalogRecord = {
      kind,
      id,
      seq: this.#lastSeq + 1,
      attributes: { ...attributes, created: now, updated: now },
      ...(itemId !== undefined && { itemId }),
    };
    this.restore(record);
    this.#onChange(record);
    return record;
  }

  /** Puts a record back as it was kept. */
  restore(record: CatalogRecord): void {
    this.#lastSeq = Math.max(this.#lastSeq, record.seq);
    this.tables[record.kind].add(record);
    if (record.itemId !== undefined) this.#variantsOfItem.add(record.itemId, record);
  }

  update(record: CatalogRecord, attributes: Attributes): void {
    this.tables[record.kind].update(record, { ...attributes, updated: timestamp(this.#now()) });
    this.#onChange(record);
  }

  /** Removes a record, the links to it and, for an item, its variants. */
  delete(record: CatalogRecord): void {
    if (record.kind === "item") {
      for (const variant of [...this.#variantsOfItem.group(record.id)]) this.delete(variant);
      for (const category of [...this.#categoriesOfItem.group(record.id)]) this.unlink(record, category);
    }
    if (record.kind === "category") {
      for (const item of [...this.#itemsOfCategory.group(record.id)]) this.unlink(item, record);
    }
    if (record.itemId !== undefined) this.#variantsOfItem.delete(record.itemId, record);
    this.tables[record.kind].delete(record);
    this.#onChange(record);
  }

  link(item: CatalogRecord, category: CatalogRecord): void {
    this.restoreLink(item, category);
    this.#onChange(item);
  }

  restoreLink(item: CatalogRecord, category: CatalogRecord): void {
    this.#itemsOfCategory.add(category.id, item);
    this.#categoriesOfItem.add(item.id, category);
  }

  unlink(item: CatalogRecord, category: CatalogRecord): void {
    this.#itemsOfCategory.delete(category.id, item);
    this.#categoriesOfItem.delete(item.id, category);
    this.#onChange(item);
  }

  itemsOf(categoryId: string): OrderedIndex<CatalogRecord> {
    return this.#itemsOfCategory.group(categoryId);
  }

  categoriesOf(itemId: string): OrderedIndex<CatalogRecord> {
    return this.#categoriesOfItem.group(itemId);
  }

  variantsOf(itemId: string): OrderedIndex<CatalogRecord> {
    return this.#variantsOfItem.group(itemId);
  }
}
