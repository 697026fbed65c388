import { array, assert, boolean, constant, double, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { FilterSyntaxError, parseFilter } from "./parse-filter.ts";

test("a filter is a list of terms, all of which must hold", () => {
  expect(parseFilter(`any(ids,["a",'b']),equals(published,true), contains(title,"x, (y)")`)).toEqual([
    { operator: "any", field: "ids", value: ["a", "b"], position: 0 },
    { operator: "equals", field: "published", value: true, position: 19 },
    { operator: "contains", field: "title", value: "x, (y)", position: 43 },
  ]);
});

test("a term may name a field alone", () => {
  expect(parseFilter("has(profile), has( media )")).toEqual([
    { operator: "has", field: "profile", position: 0 },
    { operator: "has", field: "media", position: 14 },
  ]);
});

test.each([
  ["equals(item.id,'$custom:::$default:::A')", "$custom:::$default:::A"],
  ['equals(a,"say \\"hi\\" \\\\ there")', 'say "hi" \\ there'],
  ["equals(a,-1.5e3)", -1500],
  ["equals(a,null)", null],
  ["greater-than(a,2026-07-15T10:00:00Z)", "2026-07-15T10:00:00Z"],
  ["greater-or-equal(a,2026-07-15)", "2026-07-15"],
  ["any(a,[])", []],
  ["any( a , [ 1 , 2 ] )", [1, 2]],
])("%s has the value it says", (text, value) => {
  expect(parseFilter(text)[0]?.value).toEqual(value);
});

describe("a bad filter is refused at the place where it goes wrong", () => {
  test.each([
    ["", 0, "an operator", "the end"],
    ["equals", 6, "'('", "the end"],
    ["equals(", 7, "a field", "the end"],
    ["has(a b", 6, "',' or ')'", "'b'"],
    ["has(a", 5, "',' or ')'", "the end"],
    ["equals(a,)", 9, "a value", "')'"],
    ["equals(a,x)", 9, "a value", "'x'"],
    ["equals(a,truely)", 9, "a value", "'t'"],
    ["equals(a,12abc)", 11, "')'", "'a'"],
    ['equals(a,"b)', 12, 'the closing "', "the end"],
    ["equals(a,'b\\", 12, "the closing '", "the end"],
    ["any(a,[1", 8, "',' or ']'", "the end"],
    ["any(a,[1,])", 9, "a value", "']'"],
    ["any(a,[1 2])", 9, "',' or ']'", "'2'"],
    ["equals(a,1)equals(b,2)", 11, "','", "'e'"],
    ["equals(a,1),", 12, "an operator", "the end"],
    ["equals(a,1", 10, "')'", "the end"],
  ])("%s", (text, position, expected, found) => {
    expect(() => parseFilter(text)).toThrow(FilterSyntaxError);
    expect(() => parseFilter(text)).toThrow(`Expected ${expected}`);
    expect(() => parseFilter(text)).toThrow(`at position ${position}, found ${found}`);
  });
});

test("what is written as a filter is read back", () => {
  const scalar = oneof(string(), boolean(), constant(null), double({ noNaN: true, noDefaultInfinity: true }));
  const value = oneof(scalar, array(scalar));
  const write = (given: unknown): string =>
    Array.isArray(given)
      ? `[${given.map(write)}]`
      : typeof given === "string"
        ? `"${given.replace(/["\\]/g, "\\$&")}"`
        : String(given);
  assert(
    property(array(value, { minLength: 1 }), (values) => {
      const text = values.map((given) => `equals(a.b,${write(given)})`).join(",");
      const read = parseFilter(text).map((term) => term.value);
      expect(read.map(write)).toEqual(values.map(write));
    }),
  );
});

test("no text makes the parser fail in any other way", () => {
  const soup = array(oneof(string(), constant("equals("), constant("a,"), constant("["), constant('"'), constant(")")));
  assert(
    property(soup, (pieces) => {
      try {
        parseFilter(pieces.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(FilterSyntaxError);
        expect((error as FilterSyntaxError).position).toBeLessThanOrEqual(pieces.join("").length + 1);
      }
    }),
  );
});
