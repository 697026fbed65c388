import { IndexBy, type OrderedIndex, type Sequenced } from "./ordered-index.ts";

/** Keys of one value of an attribute. */
export type KeysOf = (value: unknown) => ReadonlySet<string>;

/** Entries under every key of a value that they have. */
export class KeyedIndex<T extends Sequenced> {
  readonly #keysOf: KeysOf;
  readonly #groups = new IndexBy<T>();

  constructor(keysOf: KeysOf) {
    this.#keysOf = keysOf;
  }

  /** The smallest group that holds all entries with each of the keys; `undefined` when there is no key. */
  smallest(keys: ReadonlySet<string>): OrderedIndex<T> | undefined {
    const groups = Array.from(keys, (key) => this.#groups.group(key));
    return groups.sort((a, b) => a.size - b.size)[0];
  }

  /** Follows a change of the value. Groups are only touched where it makes a difference: some hold nearly everything. */
  move(entry: T, before: unknown, after: unknown): void {
    if (before === after) return;
    const old = this.#keysOf(before);
    const now = this.#keysOf(after);
    for (const key of old) if (!now.has(key)) this.#groups.delete(key, entry);
    for (const key of now) if (!old.has(key)) this.#groups.add(key, entry);
  }
}

/** The value itself as a key. */
export function wholeValue(value: unknown): ReadonlySet<string> {
  return new Set(value === undefined ? [] : [String(value)]);
}

/** The characters of a text and its pairs of them: what contains a text has all its pairs. */
export function piecesOf(value: unknown): ReadonlySet<string> {
  const text = String(value ?? "");
  const pieces = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    pieces.add(text.charAt(i));
    if (i + 1 < text.length) pieces.add(text.slice(i, i + 2));
  }
  return pieces;
}
