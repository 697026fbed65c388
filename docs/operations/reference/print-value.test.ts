import { expect, test } from "vitest";
import { printValue } from "./print-value.ts";

const value = { data: { type: "item", "page[size]": 2, list: ["a", "b"], none: {} } };

test("what fits is on one line, with names quoted where code needs it", () => {
  expect(printValue(value)).toBe('{ data: { type: "item", "page[size]": 2, list: ["a", "b"], none: {} } }');
});

test("what does not fit has a line for each member, and stays the same value", () => {
  const long = { data: [value, value, []], text: "x".repeat(100), quote: '"\n`', nothing: null };
  expect(JSON.parse(printValue(long, "json"))).toEqual(long);
  const name = "x".repeat(90);
  expect(printValue([{ name }])).toBe(`[\n  {\n    name: "${name}",\n  },\n]`);
});
