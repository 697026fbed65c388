import { expect, test } from "vitest";
import type { BulkError } from "../records/bulk-outcome.ts";
import { count, emptyTally } from "./tally.ts";

function tallyOf(errors: (BulkError | undefined)[]) {
  const tally = emptyTally();
  for (const [index, error] of errors.entries())
    count(tally, { record: {}, index, id: `id ${index}`, status: error ? "failed" : "done", error });
  return tally;
}

test("errors that differ in what they quote and in numbers are equal; the first is the example", () => {
  const details = [
    "The id 'a' is 1 of 20.",
    "The id 'a b' is 33 of 4.",
    "The id 'a' is one of 20.",
    "The id  is  of .",
  ];
  expect(tallyOf([undefined, ...details.map((detail) => ({ code: "invalid", detail }))])).toEqual({
    done: 1,
    failed: 4,
    unknown: 0,
    errors: [
      { code: "invalid", detail: details[0], count: 2, example: { index: 1, id: "id 1" } },
      { code: "invalid", detail: details[2], count: 1, example: { index: 3, id: "id 3" } },
      { code: "invalid", detail: details[3], count: 1, example: { index: 4, id: "id 4" } },
    ],
  });
});

test.each(["'", '"', "`"])("what stands between %s is quoted, up to the next one", (quote) => {
  const quoted = (text: string) => `${quote}${text}${quote}`;
  const details = [
    `${quoted("a")} and ${quoted("b")}`,
    `${quoted("c")} and ${quoted("")}`,
    `${quoted("a")} or ${quoted("b")}`,
  ];
  expect(tallyOf(details.map((detail) => ({ code: "invalid", detail }))).errors.map(({ count }) => count)).toEqual([
    2, 1,
  ]);
});

test("errors of another code or at another pointer are others", () => {
  const error = { code: "invalid", detail: "No.", pointer: "/attributes/name" };
  const joined = { code: "invalid/attributes/name", detail: "No." };
  const errors = [error, { ...error, code: "refused" }, { ...error, pointer: "/id" }, joined, error];
  expect(tallyOf(errors).errors).toMatchObject([
    { ...error, count: 2 },
    { code: "refused", count: 1 },
    { pointer: "/id", count: 1 },
    { ...joined, count: 1 },
  ]);
});

test("100 kinds of errors are told apart, and the rest are counted together", () => {
  const kinds = Array.from({ length: 103 }, (_, kind) => ({ code: `code ${kind}`, detail: "No." }));
  const { failed, errors } = tallyOf([...kinds, ...kinds]);
  expect([failed, errors.length]).toEqual([206, 101]);
  expect(errors.slice(0, 100).every(({ count }) => count === 2)).toBe(true);
  expect(errors[99]?.code).toBe("code 99");
  expect(errors[100]).toEqual({
    code: "other",
    detail: "Other errors.",
    count: 6,
    example: { index: 100, id: "id 100" },
  });
});
