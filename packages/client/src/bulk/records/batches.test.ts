import { expect, test } from "vitest";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { batches } from "./batches.ts";
import type { Entry } from "./chunk.ts";
import { entryOf, envelopeBytes, mostBytes } from "./entry.ts";

/** Batches that tell what they let go: how many records, when, and how long the first of them has waited. */
function world(flushInterval = 1000) {
  const clock = virtualClock();
  const gone: [records: number, at: number, waited: number][] = [];
  const batch = batches(clock, flushInterval, ({ length }, waited) => void gone.push([length, clock.now(), waited]));
  return { clock, gone, batch };
}

const entry = (size = 50): Entry => ({ ...entryOf({ id: "C1" }, 0, "delete", "catalog-category"), size });

test("100 records go at once, and the next ones wait on their own", () => {
  const { clock, gone, batch } = world();
  for (let index = 0; index < 250; index++) batch.add(entry());
  expect([gone, batch.size]).toEqual([
    [
      [100, 0, 0],
      [100, 0, 0],
    ],
    50,
  ]);
  clock.advance(1000);
  expect(gone.slice(2)).toEqual([[50, 1000, 1000]]);
  expect(clock.pending()).toBe(0);
});

test("records go once the first of them has waited for the interval", () => {
  const { clock, gone, batch } = world();
  batch.add(entry());
  clock.advance(999);
  batch.add(entry());
  expect(gone).toEqual([]);
  clock.advance(1);
  expect([gone, batch.size]).toEqual([[[2, 1000, 1000]], 0]);
  batch.add(entry());
  clock.advance(5000);
  expect(gone.slice(1)).toEqual([[1, 2000, 1000]]);
});

test("a record that has waited elsewhere has the others wait less, and never longer", () => {
  const { clock, gone, batch } = world();
  batch.add(entry());
  batch.add(entry(), 700);
  batch.add(entry(), 200);
  clock.advance(300);
  expect(gone).toEqual([[3, 300, 1000]]);
  batch.add(entry(), 2500);
  clock.advance(0);
  expect(gone.slice(1)).toEqual([[1, 300, 2500]]);
  expect(clock.pending()).toBe(0);
});

test("what was collected goes as it is when told to, and nothing goes twice", () => {
  const { clock, gone, batch } = world();
  batch.flush();
  batch.add(entry());
  clock.advance(10);
  batch.flush();
  batch.flush();
  expect([gone, clock.pending()]).toEqual([[[1, 10, 10]], 0]);
});

test("records go together up to the bytes of a request, their commas included", () => {
  const { gone, batch } = world();
  const half = (mostBytes - envelopeBytes) / 2 - 1;
  for (const size of [half, half, half, half + 1, half - 1]) batch.add(entry(size));
  expect([gone.map(([records]) => records), batch.size]).toEqual([[2, 1], 2]);
});
