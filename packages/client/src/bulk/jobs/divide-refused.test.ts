import { expect, test } from "vitest";
import { entryOf } from "../records/entry.ts";
import { divideRefused } from "./divide-refused.ts";

const entries = [0, 1, 2].map((index) =>
  entryOf({ external_id: `C${index}`, name: "Category" }, index, "create", "catalog-category"),
);
const error = (pointer?: string) => ({ code: "invalid", detail: "No.", ...(pointer && { source: { pointer } }) });
const divided = (from: typeof entries, pointer?: string) => {
  const { failed, kept, rest } = divideRefused(from, [error(pointer)]);
  const indexes = (list: Iterable<{ index: number }>) => Array.from(list, ({ index }) => index);
  return [indexes(failed.keys()), indexes(kept), indexes(rest)];
};

test("a record that a refusal names fails, and the others are sent without it", () => {
  expect(divided(entries, "/data/attributes/categories/data/1/attributes/name")).toEqual([[1], [0, 2], []]);
});

test.each([undefined, "/data/attributes", "/data/attributes/categories/data/7"])(
  "a refusal at %j names no record: halves are sent, down to one, which is to blame",
  (pointer) => {
    expect(divided(entries, pointer)).toEqual([[], [0], [1, 2]]);
    expect(divided(entries.slice(2), pointer)).toEqual([[2], [], []]);
  },
);

test.each([
  [[{ title: "Wrong." }], { code: "refused", title: "Wrong.", detail: "Wrong." }],
  [[{ code: "invalid" }], { code: "invalid", detail: "invalid" }],
  [[], { code: "refused", detail: "refused" }],
])("the one to blame for the refusal %j has the error %j", (errors, expected) => {
  const [alone] = entries;
  expect([...divideRefused(entries.slice(0, 1), errors).failed]).toEqual([[alone, expected]]);
});
