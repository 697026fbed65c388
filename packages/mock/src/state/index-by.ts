import { OrderedIndex, type Sequenced } from "./ordered-index.ts";

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
