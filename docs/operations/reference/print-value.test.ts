import { expect, test } from "vitest";
import { printValue } from "./print-value.ts";

const value = { data: { type: "item", "page[size]": 2, list: ["a", "b"], none: {} }, nothing: null };

test("what fits is on one line, with names quoted where code needs it", () => {
  expect(printValue(value, { as: "code" })).toBe(
    '{ data: { type: "item", "page[size]": 2, list: ["a", "b"], none: {} }, nothing: null }',
  );
});

test("what does not fit has a line for each member, and stays the same value", () => {
  const long = { data: [value, value], text: "x".repeat(100), quote: '"\n`' };
  expect(JSON.parse(printValue(long, { as: "json" }))).toEqual(long);
  expect(printValue({ name: "x".repeat(90) }, { as: "code", indent: 2 })).toBe(
    `{\n    name: "${"x".repeat(90)}",\n  }`,
  );
});
