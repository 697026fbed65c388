import { expect, test } from "vitest";
import { sizeProblems } from "./size-problems.ts";

/** Sizes of a runtime of 9,600 bytes and a table of so many. */
const sizes = (table: number, runtime = 9_600) => [
  { name: "runtime of one call", size: runtime, sizeLimit: 10_000 },
  { name: "createClient and one call", size: runtime + table },
];

test("what is selected is no matter of the runtime's limit", () => {
  expect(sizeProblems(sizes(100 + 345 * 14), 345)).toEqual([]);
  expect(sizeProblems(sizes(138), 5)).toEqual([]);
});

test("a runtime or a table that is too heavy is named with its limit", () => {
  expect(sizeProblems(sizes(700, 10_001), 55)).toEqual([
    "runtime of one call: 10001 bytes brotli, but the limit is 10000 (packages/client/.size-limit.json)",
  ]);
  expect(sizeProblems(sizes(871), 55)).toEqual([
    "operation table: 871 bytes brotli for 55 operations, but it may have 100 and 14 for each",
  ]);
});

test("a size that was not measured is no table that fits", () => {
  expect(sizeProblems([], 55)).toHaveLength(1);
});
