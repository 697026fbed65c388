import { expect, test } from "vitest";
import { headerNumber } from "./header-number.ts";

test.each([
  ["0", 0],
  ["750", 750],
  ["0.25", 0.25],
  ["\t60 ", 60],
  ["999999999999999", 999_999_999_999_999],
  ["9999999999999999", undefined],
  ["", undefined],
  ["-1", undefined],
  ["+1", undefined],
  [".5", undefined],
  ["1.", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["NaN", undefined],
  ["Infinity", undefined],
  ["750, 75", undefined],
  ["750;w=60", undefined],
  ["many", undefined],
])("a header of %j is %s", (value, expected) => {
  expect(headerNumber({ get: (name) => (name === "x" ? value : null) }, "x")).toBe(expected);
});

test("no header and no headers are no number", () => {
  expect(headerNumber(new Headers({ y: "1" }), "x")).toBeUndefined();
  expect(headerNumber(undefined, "x")).toBeUndefined();
});
