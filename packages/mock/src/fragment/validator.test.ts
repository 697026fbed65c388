import { describe, expect, test } from "vitest";
import { fragment as first } from "../generated/2023-12-15.ts";
import { fragment as current } from "../generated/2026-07-15.ts";
import { createAjv, toJsonSchema } from "../testing/json-schema.ts";
import { exampleOf, variants } from "../testing/variants.ts";
import type { Schema } from "./fragment.ts";
import { bodyError } from "./mistakes.ts";
import { createValidator } from "./validator.ts";

const schemas = {
  Tree: {
    type: "object",
    properties: { name: { type: "string" }, leaves: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    required: ["name"],
  },
} as const;

function details(schema: Schema, value: unknown, closed = true): string[] {
  const mistakes = createValidator(schemas, { closed })(schema)(value);
  return mistakes.map((mistake) => `${bodyError(mistake).source?.pointer} ${bodyError(mistake).detail}`);
}

test("every mistake is told with a pointer", () => {
  const value = { leaves: [{ name: "a" }, { name: 1, "of/a": 2 }, null] };
  expect(details({ $ref: "#/components/schemas/Tree" }, value)).toEqual([
    "/name The field 'name' is required.",
    "/leaves/1/name 'name' must be string.",
    "/leaves/1/of~1a 'of/a' is not a field that can be given here.",
    "/leaves/2 '2' must be object.",
  ]);
});

test.each<[Schema, unknown[], unknown[]]>([
  [{ type: "string", nullable: true }, [null, "a"], [1, {}]],
  [{ $ref: "#/components/schemas/Tree", nullable: true }, [null, { name: "a" }], ["a", {}]],
  [{ type: "integer", minimum: 1, maximum: 3 }, [1, 3], [0, 4, 1.5, "1"]],
  [{ type: "string", enum: ["a", "b"], nullable: true }, ["a", null], ["c", 1]],
  [{ type: "string", minLength: 1, maxLength: 2 }, ["a", "ab"], ["", "abc"]],
  [{ type: "array", items: { type: "number" }, minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3], ["a"], {}]],
  [{ type: "object", maxProperties: 1 }, [{}, { a: 1 }], [{ a: 1, b: 2 }, [], null]],
  [{ type: "string", format: "date-time" }, ["2026-01-01T00:00:00Z"], ["2026-01-01", "tomorrow"]],
  [{ type: "string", format: "date" }, ["2026-01-01"], ["2026-13-01", "01.01.2026"]],
  [{ type: "string", format: "uri" }, ["https://shop.example"], ["shop"]],
  [{ oneOf: [{ type: "string" }, { type: "number", minimum: 5 }] }, ["a", 5], [4, true]],
  [
    { allOf: [{ properties: { a: { type: "string" } }, required: ["a"] }, { properties: { b: { type: "string" } } }] },
    [{ a: "" }, { a: "", b: "" }],
    [{ b: "" }, { a: "", c: "" }],
  ],
])("%j takes what it describes and nothing else", (schema, good, bad) => {
  expect(good.filter((value) => details(schema, value).length > 0)).toEqual([]);
  expect(bad.filter((value) => details(schema, value).length === 0)).toEqual([]);
});

test("an open validator lets unknown fields pass, and a free-form object is always open", () => {
  expect(details({ $ref: "#/components/schemas/Tree" }, { name: "a", more: 1 }, false)).toEqual([]);
  expect(details({ type: "object" }, { any: "thing" })).toEqual([]);
});

test("thousands of bad entries are told by the first hundred", () => {
  expect(details({ type: "array", items: { type: "string" } }, Array(10_000).fill(1))).toHaveLength(100);
});

describe.each([first, current])("revision $revision", (fragment) => {
  const validator = createValidator(fragment.schemas, { closed: true });
  const ajv = createAjv(fragment, { closed: true });

  test("bodies, whole and with every part of them changed, get the verdict of ajv", () => {
    let checked = 0;
    for (const { operationId, body } of fragment.operations) {
      if (body === undefined) continue;
      const validate = validator(body.schema);
      const oracle = ajv.compile(toJsonSchema(body.schema, { closed: true }));
      for (const value of [...variants(exampleOf(body.schema, fragment.schemas))]) {
        checked++;
        expect(validate(value).length === 0, `${operationId} ${JSON.stringify(value)}`).toBe(oracle(value));
      }
    }
    const withBody = fragment.operations.filter(({ body }) => body !== undefined);
    expect(checked).toBeGreaterThanOrEqual(20 * withBody.length);
  });
});
