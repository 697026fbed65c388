import { timestamp } from "../clock/clock.ts";
import type { Kind } from "./kind.ts";
import { IndexBy, type OrderedIndex } from "./ordered-index.ts";
import { type Attributes, type CatalogRecord, RecordTable } from "./record-table.ts";
import { forEachInSteps, type Steps } from "./steps.ts";

export interface NewRecord {
  id: string;
  attributes: Attributes;
  itemId?: string;
}

/** Told of everything whose stored form changed. */
export interface CatalogListener {
  /** A deleted record is no longer in its table. */
  record(record: CatalogRecord): void;
  link(item: CatalogRecord, category: CatalogRecord): void;
}

const nobody: CatalogListener = { record: () => {}, link: () => {} };

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
  readonly #listener: CatalogListener;
  #lastSeq = 0;

  constructor(listener: CatalogListener = nobody) {
    this.#listener = listener;
  }

  get(kind: Kind, id: string): CatalogRecord | undefined {
    return this.tables[kind].get(id);
  }

  /** @param at milliseconds since the epoch */
  insert(kind: Kind, { id, attributes, itemId }: NewRecord, at: number): CatalogRecord {
    const time = timestamp(at);
    const record: CatalogRecord = {
      kind,
      id,
      seq: this.#lastSeq + 1,
      attributes: { ...attributes, created: time, updated: time },
      ...(itemId !== undefined && { itemId }),
    };
    this.restore(record);
    this.#listener.record(record);
    return record;
  }

  /** Puts a record back as it was kept. */
  restore(record: CatalogRecord): void {
    this.#lastSeq = Math.max(this.#lastSeq, record.seq);
    this.tables[record.kind].add(record);
    if (record.itemId !== undefined) this.#variantsOfItem.add(record.itemId, record);
  }

  /** @param at milliseconds since the epoch */
  update(record: CatalogRecord, attributes: Attributes, at: number): void {
    this.tables[record.kind].update(record, { ...attributes, updated: timestamp(at) });
    this.#listener.record(record);
  }

  /**
   * Removes a record, the links to it and, for an item, its variants. The record itself goes last, once nothing holds
   * on to it: others may link to it while the work pauses.
   */
  *delete(record: CatalogRecord): Steps {
    const held = this.#heldBy(record);
    while (held.some(({ group }) => group().size > 0)) {
      for (const { group, letGo } of held) yield* forEachInSteps(group().copy(), letGo);
    }
    this.#remove(record);
  }

  #heldBy(
    record: CatalogRecord,
  ): { group: () => OrderedIndex<CatalogRecord>; letGo: (other: CatalogRecord) => void }[] {
    const { kind, id } = record;
    if (kind === "category") return [{ group: () => this.itemsOf(id), letGo: (item) => this.unlink(item, record) }];
    if (kind === "variant") return [];
    return [
      { group: () => this.variantsOf(id), letGo: (variant) => this.#remove(variant) },
      { group: () => this.categoriesOf(id), letGo: (category) => this.unlink(record, category) },
    ];
  }

  #remove(record: CatalogRecord): void {
    if (!this.#has(record)) return;
    if (record.itemId !== undefined) this.#variantsOfItem.delete(record.itemId, record);
    this.tables[record.kind].delete(record);
    this.#listener.record(record);
  }

  /** A link to a record that is gone, because work on links has paused meanwhile, is not made. */
  link(item: CatalogRecord, category: CatalogRecord): void {
    if (!this.#has(item) || !this.#has(category)) return;
    this.restoreLink(item, category);
    this.#listener.link(item, category);
  }

  restoreLink(item: CatalogRecord, category: CatalogRecord): void {
    this.#itemsOfCategory.add(category.id, item);
    this.#categoriesOfItem.add(item.id, category);
  }

  unlink(item: CatalogRecord, category: CatalogRecord): void {
    this.#itemsOfCategory.delete(category.id, item);
    this.#categoriesOfItem.delete(item.id, category);
    this.#listener.link(item, category);
  }

  linked(item: CatalogRecord, category: CatalogRecord): boolean {
    return this.categoriesOf(item.id).has(category);
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

  #has(record: CatalogRecord): boolean {
    return this.get(record.kind, record.id) === record;
  }
}
