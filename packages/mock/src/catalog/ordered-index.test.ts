import { assert, integer, property, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { OrderedIndex } from "./ordered-index.ts";

function indexOf(seqs: Iterable<number>) {
  const index = new OrderedIndex<{ seq: number }>();
  const entries = Array.from(seqs, (seq) => ({ seq }));
  for (const entry of entries) index.add(entry);
  return { index, entries };
}
const seqs = uniqueArray(integer({ min: 0, max: 50 }));
const read = (walk: Iterable<{ seq: number }>) => Array.from(walk, ({ seq }) => seq);

test("however entries come in, they are walked in order, in both directions, from any place", () => {
  assert(
    property(seqs, integer({ min: -1, max: 51 }), (given, from) => {
      const { index } = indexOf(given);
      const sorted = given.toSorted((a, b) => a - b);
      expect(read(index)).toEqual(sorted);
      expect(read(index.walk("descending"))).toEqual(sorted.toReversed());
      expect(read(index.walk("ascending", from))).toEqual(sorted.filter((seq) => seq > from));
      expect(read(index.walk("descending", from))).toEqual(sorted.toReversed().filter((seq) => seq < from));
    }),
  );
});

test("an entry is in the index until it is deleted", () => {
  assert(
    property(seqs, seqs, (given, dropped) => {
      const { index, entries } = indexOf(given);
      for (const entry of entries) if (dropped.includes(entry.seq)) index.delete(entry);
      for (const entry of entries) expect(index.has(entry)).toBe(!dropped.includes(entry.seq));
      expect(index.size).toBe(given.filter((seq) => !dropped.includes(seq)).length);
    }),
  );
});

test("adding an entry twice keeps it once", () => {
  const { index } = indexOf([1, 2, 2, 1]);
  expect(read(index)).toEqual([1, 2]);
});
