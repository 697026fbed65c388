import { KeyedIndex, type KeysOf, piecesOf, wholeValue } from "./keyed-index.ts";
import type { Kind } from "./kind.ts";
import { OrderedIndex, type Sequenced } from "./ordered-index.ts";
import { forEachInSteps, type Steps } from "./steps.ts";

export type Attributes = Record<string, unknown>;

/** One item, variant or category as the mock keeps it. Links between items and categories live in the catalog's indexes. */
export interface CatalogRecord extends Sequenced {
  readonly kind: Kind;
  readonly id: string;
  /** As the API names them, `created` and `updated` among them. */
  readonly attributes: Attributes;
  /** The item that a variant belongs to. */
  readonly itemId?: string;
}

/** What an operator can look up. */
const keysFor: Readonly<Record<string, KeysOf>> = { equals: wholeValue, contains: piecesOf };

/** What a filter asks of a record's attribute. */
export interface RecordTest {
  operator: string;
  field: string;
  value?: unknown;
}

/** The records of one kind: by id, in the order of creation, and by what filters say of their attributes. */
export class RecordTable {
  readonly order: OrderedIndex<CatalogRecord> = new OrderedIndex<CatalogRecord>();
  readonly #byId = new Map<string, CatalogRecord>();
  readonly #byTerm = new Map<string, { field: string; index: KeyedIndex<CatalogRecord>; ready: boolean }>();

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): CatalogRecord | undefined {
    return this.#byId.get(id);
  }

  add(record: CatalogRecord): void {
    this.#byId.set(record.id, record);
    this.order.add(record);
    this.#follow(record, {}, record.attributes);
  }

  update(record: CatalogRecord, attributes: Attributes): void {
    const before = { ...record.attributes };
    Object.assign(record.attributes, attributes);
    this.#follow(record, before, record.attributes);
  }

  delete(record: CatalogRecord): void {
    this.#byId.delete(record.id);
    this.order.delete(record);
    this.#follow(record, record.attributes, {});
  }

  /** As few records as an index can tell, with all that fulfil the term among them. */
  candidates({ field, operator, value }: RecordTest): OrderedIndex<CatalogRecord> {
    const keysOf = keysFor[operator];
    const found = this.#byTerm.get(`${operator} ${field}`);
    return (keysOf && found?.ready && found.index.smallest(keysOf(value))) || this.order;
  }

  /**
   * Makes the index that a filter asks for first: until then it costs nothing. Whoever asks while it is being made
   * reads all records.
   */
  *prepare({ field, operator }: RecordTest): Steps {
    const keysOf = keysFor[operator];
    const name = `${operator} ${field}`;
    if (keysOf === undefined || this.#byTerm.has(name)) return;
    const made = { field, index: new KeyedIndex<CatalogRecord>(keysOf), ready: false };
    this.#byTerm.set(name, made);
    yield* forEachInSteps(this.order.copy(), (record) => {
      if (this.get(record.id) === record) made.index.move(record, undefined, record.attributes[field]);
    });
    made.ready = true;
  }

  #follow(record: CatalogRecord, before: Attributes, after: Attributes): void {
    for (const { field, index } of this.#byTerm.values()) index.move(record, before[field], after[field]);
  }
}
