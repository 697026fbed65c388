/** Anything that was created at a known place in the order of things. */
export interface Sequenced {
  readonly seq: number;
}

export type Direction = "ascending" | "descending";

/** Entries in a block: moving that many along costs less than finding the block. */
const blockSize = 512;

/**
 * A set kept in the order of creation, so that a page is found by binary search instead of by sorting or scanning.
 * Its blocks are small, so that an entry is taken out of 100,000 as cheaply as out of ten.
 */
export class OrderedIndex<T extends Sequenced> {
  readonly #blocks: T[][] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(entry: T): boolean {
    const block = this.#blocks[this.#blockFor(entry.seq)];
    return block !== undefined && block[positionIn(block, entry.seq)] === entry;
  }

  add(entry: T): void {
    const number = this.#blockFor(entry.seq);
    const block = this.#blocks[number];
    if (block === undefined) {
      this.#append(entry);
      return;
    }
    const position = positionIn(block, entry.seq);
    if (block[position]?.seq === entry.seq) {
      block[position] = entry;
      return;
    }
    block.splice(position, 0, entry);
    this.#size++;
    if (block.length > 2 * blockSize) this.#blocks.splice(number + 1, 0, block.splice(blockSize));
  }

  delete(entry: T): void {
    const number = this.#blockFor(entry.seq);
    const block = this.#blocks[number];
    const position = block === undefined ? 0 : positionIn(block, entry.seq);
    if (block?.[position]?.seq !== entry.seq) return;
    block.splice(position, 1);
    this.#size--;
    if (block.length === 0) this.#blocks.splice(number, 1);
  }

  /** Entries in `direction`, from the one after `seq`, or from the beginning. */
  *walk(direction: Direction, seq?: number): Generator<T, void, undefined> {
    if (direction === "ascending") {
      const from = seq === undefined ? 0 : seq + 1;
      for (let number = seq === undefined ? 0 : this.#blockFor(from); number < this.#blocks.length; number++) {
        const block = this.#blocks[number] as T[];
        for (let i = positionIn(block, from); i < block.length; i++) yield block[i] as T;
      }
    } else {
      const before = seq ?? Number.POSITIVE_INFINITY;
      for (let number = Math.min(this.#blockFor(before), this.#blocks.length - 1); number >= 0; number--) {
        const block = this.#blocks[number] as T[];
        for (let i = positionIn(block, before) - 1; i >= 0; i--) yield block[i] as T;
      }
    }
  }

  /** All entries as they are now, for work that pauses while others add and delete. */
  copy(): T[] {
    return this.#blocks.flat();
  }

  [Symbol.iterator](): Generator<T, void, undefined> {
    return this.walk("ascending");
  }

  /** Most entries are newer than all others. */
  #append(entry: T): void {
    const last = this.#blocks.at(-1);
    if (last !== undefined && last.length < blockSize) last.push(entry);
    else this.#blocks.push([entry]);
    this.#size++;
  }

  /** The first block with an entry that is not before `seq`. */
  #blockFor(seq: number): number {
    return firstWith(this.#blocks, (block) => (block.at(-1) as T).seq >= seq);
  }
}

function positionIn(block: readonly Sequenced[], seq: number): number {
  return firstWith(block, (entry) => entry.seq >= seq);
}

/** Where the condition begins to hold, by binary search; the end is looked at first. */
function firstWith<E>(sorted: readonly E[], holds: (entry: E) => boolean): number {
  let low = 0;
  let high = sorted.length;
  if (high > 0 && !holds(sorted[high - 1] as E)) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as E)) high = middle;
    else low = middle + 1;
  }
  return low;
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
