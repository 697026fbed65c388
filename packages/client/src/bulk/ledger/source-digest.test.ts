import { expect, test } from "vitest";
import { hashText } from "../records/hash-text.ts";
import { type Difference, sourceDigest } from "./source-digest.ts";

const hashes = Array.from({ length: 3000 }, (_, index) => hashText(`record ${index}`)[0] >>> 1);

/** What a run tells first of a source that gives this now, after it has read that before. */
function difference(before: number[], now: number[]): Difference | undefined {
  const known = sourceDigest();
  for (const hash of before) known.add(hash);
  const digest = sourceDigest(known.stored().size);
  for (const hash of now) {
    digest.add(hash);
    const found = digest.compare(known.stored(), digest.count === before.length);
    if (found) return found;
  }
  return undefined;
}

test.each([1, 2, 511, 512, 513, 1024, 1025, 2049, 3000])("the same %i records have no difference", (count) => {
  const records = hashes.slice(0, count);
  expect(difference(records, records)).toBeUndefined();
});

test.each([
  [512, 0],
  [512, 511],
  [1024, 0],
  [1024, 1023],
  [1025, 1024],
  [3000, 0],
  [3000, 5],
  [3000, 1502],
  [3000, 2999],
])("of %i records, the one that has changed is told: %i", (count, place) => {
  const records = hashes.slice(0, count);
  expect(difference(records, records.with(place, 7))).toEqual({ from: place, to: place });
});

test("where several records of a group have changed, the group is told", () => {
  const [a = 0, b = 0] = hashes.slice(1600, 1602);
  expect(difference(hashes, hashes.with(1600, b).with(1601, a))).toEqual({ from: 1600, to: 1607 });
  expect(difference(hashes.slice(0, 2998), hashes.toSpliced(2993, 1))).toEqual({ from: 2992, to: 2997 });
  // Together these look like a change of the record after the last one.
  const [y = 0, z = 0] = hashes.slice(2996, 2998);
  const records = hashes.slice(0, 2998);
  expect(difference(records, records.with(2996, y - 1).with(2997, z + 2))).toEqual({ from: 2992, to: 2997 });
});

test("a large hash is told from another, whatever its place in a group", () => {
  const records = hashes.map((_, index) => 2 ** 31 - 1 - (index % 2));
  expect(difference(records, records.with(1606, 2 ** 31 - 3))).toEqual({ from: 1606, to: 1606 });
});

test("however many records there are, a digest has at most 512 groups", () => {
  const digest = sourceDigest();
  const groups = hashes.map((hash) => {
    digest.add(hash);
    return digest.stored().groups.length;
  });
  expect(Math.max(...groups)).toBe(512);
  expect([digest.count, digest.stored().size, digest.stored().groups.length]).toEqual([3000, 8, 375]);
});
