/** Anything that was created at a known place in the order of things. */
export interface Sequenced {
  readonly seq: number;
}

export type Direction = "ascending" | "descending";

/**
 * A set kept in the order of creation, so that a page is found by binary search instead of by sorting or scanning.
 * Adding at the end, which is nearly always the case, costs nothing.
 */
export class OrderedIndex<T extends Sequenced> {
  readonly #entries: T[] = [];

  get size(): number {
    return this.#entries.length;
  }

  has(entry: T): boolean {
    return this.#entries[this.#position(entry.seq)] === entry;
  }

  add(entry: T): void {
    const position = this.#position(entry.seq);
    if (position === this.#entries.length) this.#entries.push(entry);
    else if (this.#entries[position]?.seq === entry.seq) this.#entries[position] = entry;
    else this.#entries.splice(position, 0, entry);
  }

  delete(entry: T): void {
    const position = this.#position(entry.seq);
    if (this.#entries[position]?.seq === entry.seq) this.#entries.splice(position, 1);
  }

  /** Entries in `direction`, from the one after `seq`, or from the beginning. */
  *walk(direction: Direction, seq?: number): Generator<T, void, undefined> {
    const entries = this.#entries;
    if (direction === "ascending") {
      for (let i = seq === undefined ? 0 : this.#position(seq + 1); i < entries.length; i++) yield entries[i] as T;
    } else {
      for (let i = (seq === undefined ? entries.length : this.#position(seq)) - 1; i >= 0; i--) yield entries[i] as T;
    }
  }

  [Symbol.iterator](): Generator<T, void, undefined> {
    return this.walk("ascending");
  }

  /** Index of the first entry that is not before `seq`. */
  #position(seq: number): number {
    let low = 0;
    let high = this.#entries.length;
    if (high > 0 && (this.#entries[high - 1] as T).seq < seq) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle] as T).seq < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Groups of entries under a key; a group that nobody is in takes no room. */
export class IndexBy<T extends Sequenced> {
  readonly #groups = new Map<string, OrderedIndex<T>>();

  group(key: string): OrderedIndex<T> {
    return this.#groups.get(key) ?? new OrderedIndex<T>();
  }

  add(key: string, entry: T): void {
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = new OrderedIndex<T>();
      this.#groups.set(key, group);
    }
    group.add(entry);
  }

  delete(key: string, entry: T): void {
    const group = this.#groups.get(key);
    group?.delete(entry);
    if (group?.size === 0) this.#groups.delete(key);
  }
}
