import { parseFilter } from "@org/mock";
import { array, assert, boolean, constantFrom, date, double, oneof, property, record, string } from "fast-check";
import { expect, test } from "vitest";
import { filter } from "./filter.ts";

test.each([
  [filter.equals("status", "complete"), 'equals(status,"complete")'],
  [filter.equals("published", true), "equals(published,true)"],
  [
    filter.contains("title", 'a "quoted" \\ title, with (commas)'),
    'contains(title,"a \\"quoted\\" \\\\ title, with (commas)")',
  ],
  [filter.any("ids", ["a", "b"]), 'any(ids,["a","b"])'],
  [filter.greaterThan("created", new Date(0)), "greater-than(created,1970-01-01T00:00:00.000Z)"],
  [filter.has("profile"), "has(profile)"],
  [filter.and(filter.equals("a", 1), filter.lessOrEqual("b", 2.5)), "equals(a,1),less-or-equal(b,2.5)"],
])("%s", (built, text) => {
  expect(built).toBe(text);
});

const operators = ["equals", "contains", "startsWith", "endsWith", "greaterThan", "lessOrEqual"] as const;
const moment = date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") });
const tricky = string({ unit: constantFrom('"', "\\", ",", "'", "(", ")", "[", "ü", "\n") });
// text knows no negative zero
const number = double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);
const scalar = oneof(string(), tricky, boolean(), moment, number);
const term = oneof(
  record({ operator: constantFrom(...operators), value: scalar }),
  record({ operator: constantFrom("any"), value: array(scalar, { minLength: 1 }) }),
);

test("whatever is built is read back as it was by the mock's parser", () => {
  const read = (value: unknown): unknown => {
    if (value instanceof Date) return value.toISOString();
    return Array.isArray(value) ? value.map(read) : value;
  };
  expect(parseFilter(filter.and(filter.has("media"), filter.equals("a", 1)))).toMatchObject([
    { operator: "has", field: "media" },
    { operator: "equals", field: "a", value: 1 },
  ]);
  const check = property(array(term, { minLength: 1 }), (terms) => {
    const built = terms.map(({ operator, value }) => {
      return Array.isArray(value) ? filter.any("item.id", value) : filter[operator as "equals"]("item.id", value);
    });
    const parsed = parseFilter(filter.and(...built));
    expect(parsed.map(({ field, value }) => [field, value])).toEqual(
      terms.map(({ value }) => ["item.id", read(value)]),
    );
  });
  assert(check);
});
