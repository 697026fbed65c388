import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Schema } from "./fragment.ts";
import { createAjv, toJsonSchema } from "./json-schema.ts";

const accepts = (schema: Schema, value: unknown, closed = false) =>
  new Ajv({ strict: false }).validate(toJsonSchema(schema, { closed }), value);

test("nullable allows null, also for enums, objects and lists", () => {
  expect(accepts({ type: "string" }, null)).toBe(false);
  expect(accepts({ type: "string", nullable: true }, null)).toBe(true);
  expect(accepts({ type: "string", nullable: true }, 1)).toBe(false);
  expect(accepts({ type: "string", enum: ["a"], nullable: true }, null)).toBe(true);
  expect(accepts({ type: "string", enum: ["a"], nullable: true }, "b")).toBe(false);
  expect(accepts({ type: "array", items: { type: "string", nullable: true } }, ["a", null])).toBe(true);
});

test("nullable beside a $ref is not lost", () => {
  const fragment = { revision: "", operations: [], schemas: { Name: { type: "string" } } };
  const $ref = "#/components/schemas/Name";
  const ajv = createAjv(fragment);
  expect(ajv.validate(toJsonSchema({ $ref }), null)).toBe(false);
  expect(ajv.validate(toJsonSchema({ $ref, nullable: true }), null)).toBe(true);
  expect(ajv.validate(toJsonSchema({ $ref, nullable: true }), 1)).toBe(false);
});

test("a closed schema refuses what it does not name, except where it names nothing", () => {
  const schema: Schema = { type: "object", properties: { a: { type: "object", properties: {} } } };
  expect(accepts(schema, { b: 1 })).toBe(true);
  expect(accepts(schema, { b: 1 }, true)).toBe(false);
  expect(accepts(schema, { a: { anything: 1 } }, true)).toBe(true);
});
