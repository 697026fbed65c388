import { KeyedIndex, type KeysOf, piecesOf, wholeValue } from "./keyed-index.ts";
import type { Kind } from "./kind.ts";
import { OrderedIndex, type Sequenced } from "./ordered-index.ts";

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
  value: unknown;
}

/** The records of one kind: by id, in the order of creation, and by what filters say of their attributes. */
export class RecordTable {
  readonly order: OrderedIndex<CatalogRecord> = new OrderedIndex<CatalogRecord>();
  readonly #byId = new Map<string, CatalogRecord>();
  readonly #byTerm = new Map<string, { field: string; index: KeyedIndex<CatalogRecord> }>();

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
    if (!keysOf) return this.order;
    const found = this.#byTerm.get(`${operator} ${field}`)?.index ?? this.#indexBy(operator, field, keysOf);
    return found.smallest(keysOf(value)) ?? this.order;
  }

  /** Made when a filter asks for it first: until then it costs nothing. */
  #indexBy(operator: string, field: string, keysOf: KeysOf): KeyedIndex<CatalogRecord> {
    const index = new KeyedIndex<CatalogRecord>(keysOf);
    for (const record of this.order) index.move(record, undefined, record.attributes[field]);
    this.#byTerm.set(`${operator} ${field}`, { field, index });
    return index;
  }

  #follow(record: CatalogRecord, before: Attributes, after: Attributes): void {
    for (const { field, index } of this.#byTerm.values()) index.move(record, before[field], after[field]);
  }
}
