import { expect, test } from "vitest";
import { createValidator, type Mistake } from "../fragment/validator.ts";
import { createBodyCheck } from "./check-body.ts";

const schemas = {
  Linkage: {
    type: "object",
    properties: {
      data: {
        type: "array",
        maxItems: 1_000,
        items: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
      },
    },
    required: ["data"],
  },
};
const check = createBodyCheck(
  { $ref: "#/components/schemas/Linkage" },
  schemas,
  createValidator(schemas, { closed: true }),
);

function run(body: unknown): { mistakes: readonly Mistake[]; pauses: number } {
  const steps = check(body);
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { mistakes: value, pauses };
  }
}

test("a long list is checked in steps, and a mistake in it has its place", () => {
  const data: object[] = Array.from({ length: 1_000 }, (_, index) => ({ id: String(index) }));
  expect(run({ data })).toEqual({ mistakes: [], pauses: expect.any(Number) });
  expect(run({ data }).pauses).toBeGreaterThan(1);
  data[999] = { id: 7, name: "x" };
  data[998] = { id: "\ud800" };
  expect(run({ data }).mistakes.map(({ path, kind }) => [path, kind])).toEqual([
    [["data", 998, "id"], "wrong"],
    [["data", 999, "id"], "wrong"],
    [["data", 999, "name"], "unknown"],
  ]);
});

test("what is around the list, and its length, are checked too", () => {
  const data = Array.from({ length: 1_001 }, () => ({ id: "A" }));
  const { mistakes } = run({ data, meta: 1, text: "\ud800" });
  expect(mistakes.map(({ path }) => path)).toEqual([["text"]]);
  expect(run({ data, meta: 1 }).mistakes.map(({ path, rule }) => [path, rule])).toEqual([
    [["data"], "must have at most 1000 entries"],
    [["meta"], "is not known"],
  ]);
});

test.each([[null], [[]], [{}], [{ data: 1 }], ["text"]])("%j is refused", (body) => {
  expect(run(body).mistakes).not.toEqual([]);
});

test("thousands of bad entries are told by the first hundred", () => {
  expect(run({ data: Array.from({ length: 900 }, () => 1) }).mistakes).toHaveLength(100);
});
