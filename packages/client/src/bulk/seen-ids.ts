import { hashText } from "./hash-text.ts";

/**
 * Tells ids that were seen before, in 16 to 32 bytes an id however long it is: kept are hashes of 64 bits, of which two are
 * the same by chance once in a billion runs of 100,000 records, or once in 350,000 runs of 10 million.
 */
export function seenIds(): { add(id: string): boolean } {
  let capacity = 1024;
  let table = new Uint32Array(2 * capacity);
  let size = 0;

  /** Where the pair stands, or the free place for it. */
  const placeOf = (a: number, b: number): number => {
    let place = a % capacity;
    while ((table[2 * place] || table[2 * place + 1]) && (table[2 * place] !== a || table[2 * place + 1] !== b)) {
      place = (place + 1) % capacity;
    }
    return 2 * place;
  };

  const put = (a: number, b: number): boolean => {
    const place = placeOf(a, b);
    if (table[place] || table[place + 1]) return false;
    table[place] = a;
    table[place + 1] = b;
    return true;
  };

  const grow = (): void => {
    const old = table;
    capacity *= 2;
    table = new Uint32Array(2 * capacity);
    for (let place = 0; place < old.length; place += 2) {
      if (old[place] || old[place + 1]) put(old[place] as number, old[place + 1] as number);
    }
  };

  return {
    /** Whether the id is new. */
    add(id) {
      const [a, b] = hashText(id);
      // Two zeros are a free place.
      const added = put(a, b || 1);
      if (added && ++size > capacity / 2) grow();
      return added;
    },
  };
}
