import { expect, test } from "vitest";
import { retryAfter } from "./retry-after.ts";

const now = Date.parse("2026-07-15T12:00:00Z");

test.each([
  ["3", 3000],
  ["0", 0],
  ["0.5", 500],
  ["Wed, 15 Jul 2026 12:00:07 GMT", 7000],
  ["Wed, 15 Jul 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  ["-1", undefined],
  ["", undefined],
])("Retry-After: %s is %s ms", (value, expected) => {
  expect(retryAfter(new Headers({ "retry-after": value }), now)).toBe(expected);
});
