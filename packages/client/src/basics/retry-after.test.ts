import { expect, test } from "vitest";
import { retryAfter } from "./retry-after.ts";

const now = Date.parse("2026-07-15T12:00:00Z");

test.each([
  ["3", 3000],
  ["0", 0],
  ["0.5", 500],
  [" 3 ", 3000],
  ["3600", 3_600_000],
  // a month, longer than a timer of the platform can count
  ["2592000", 2_592_000_000],
  ["31536000", 31_536_000_000],
  ["31536001", undefined],
  ["Wed, 15 Jul 2026 12:00:07 GMT", 7000],
  ["Wednesday, 15-Jul-26 12:00:07 GMT", 7000],
  ["Wed, 15 Jul 2026 11:00:00 GMT", 0],
  ["Wed, 15 Jul 2029 11:00:00 GMT", undefined],
  ["on Wed, 15 Jul 2026 12:00:07 GMT", undefined],
  ["Wed, 15 Jul 2026 12:00:07 GMT or so", undefined],
  ["Wed, 99 Jul 2026 12:00:07 GMT", undefined],
  // seconds since 1970
  ["1784376000", undefined],
  ["Infinity", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  // what two headers become, and what a lenient reader of dates takes for a day of 2001
  ["1, 2", undefined],
  ["soon", undefined],
  ["-1", undefined],
  ["", undefined],
])("Retry-After: %s is %s ms", (value, expected) => {
  expect(retryAfter({ get: (name) => (name === "retry-after" ? value : null) }, now)).toBe(expected);
});

test("without the header, or without an answer, there is nothing to wait for", () => {
  expect(retryAfter(new Headers())).toBeUndefined();
  expect(retryAfter(undefined)).toBeUndefined();
});

test("a date is compared with the time of today", () => {
  const headers = new Headers({ "retry-after": new Date(Date.now() + 60_000).toUTCString() });
  expect(retryAfter(headers)).toBeGreaterThan(30_000);
});
