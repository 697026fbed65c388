import { expect, test } from "vitest";
import { seenIds } from "./seen-ids.ts";

const shapes: Record<string, (number: number) => string> = {
  numbers: (number) => `$custom:::$default:::${number}`,
  "names that end alike": (number) => `$custom:::$default:::${number}-shirt-of-a-large-shop-XL`,
  "numbers of the same length": (number) => `$custom:::$default:::${String(number * 97).padStart(13, "0")}`,
  "digits far apart": (number) => `$custom:::$default:::SKU-${Math.floor(number / 500)}-blue-${number % 500}`,
};

test.each(Object.entries(shapes))("50,000 ids are new once: %s", (_, idOf) => {
  const seen = seenIds();
  let fresh = 0;
  let known = 0;
  for (let number = 0; number < 50_000; number++) {
    if (seen.add(idOf(number))) fresh++;
    if (number % 3 === 0 && !seen.add(idOf(number >> 1))) known++;
  }
  expect([fresh, known]).toEqual([50_000, Math.ceil(50_000 / 3)]);
});

test.each([
  ["first", 147_108, 667_435],
  ["second", 157_121, 582_377],
])("ids with the same %s half of their hashes are two", (_, one, other) => {
  const seen = seenIds();
  expect([one, other, one, other].map((number) => seen.add(`$custom:::$default:::${number}`))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
