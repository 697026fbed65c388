import { hashText } from "./hash-text.ts";

/** So many small tables, because while a table grows, the old one and the new one are there. */
const tables = 64;

/**
 * Tells ids that were seen before, in 11 to 16 bytes an id however long it is: kept are hashes of 64 bits, of which two are
 * the same by chance once in a billion runs of 100,000 records, or once in 350,000 runs of 10 million. The second record of
 * such a pair is told as a duplicate, so that nobody misses it in silence.
 */
export function seenIds(): { add(id: string): boolean } {
  const all = Array.from({ length: tables }, seenHashes);
  return {
    /** Whether the id is new. */
    add(id) {
      const [a, b] = hashText(id);
      return (all[b % tables] as ReturnType<typeof seenHashes>)(a, b);
    },
  };
}

/** A table of hashes, at most three quarters full; it tells whether a hash is new. */
function seenHashes(): (a: number, b: number) => boolean {
  let capacity = 16;
  let table = new Uint32Array(2 * capacity);
  let size = 0;

  const put = (a: number, b: number): boolean => {
    for (let place = 2 * (a % capacity); ; place = (place + 2) % table.length) {
      // The second half of a hash is never zero, so that a zero is a free place.
      if (!table[place + 1]) {
        table[place] = a;
        table[place + 1] = b;
        return true;
      }
      if (table[place] === a && table[place + 1] === b) return false;
    }
  };

  const grow = (): void => {
    const old = table;
    capacity = Math.ceil(capacity * 1.5);
    table = new Uint32Array(2 * capacity);
    for (let place = 0; place < old.length; place += 2) {
      if (old[place + 1]) put(old[place] as number, old[place + 1] as number);
    }
  };

  return (a, b) => {
    const isNew = put(a, b || 1);
    if (isNew && ++size > 0.75 * capacity) grow();
    return isNew;
  };
}
