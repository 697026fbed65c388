import { expect, test } from "vitest";
import type { Schema } from "./fragment.ts";
import { OnlyIfRequired, shapeOf } from "./shape.ts";

const text: Schema = { type: "string" };
const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: "object",
  properties,
  required,
});
const shape = (schema: Schema, value: unknown, schemas = {}) => shapeOf(schema, schemas)(value);

test("keeps what the schema names, at every depth, and leaves free-form objects alone", () => {
  const schema = object({ list: { type: "array", items: object({ a: text }) }, free: { type: "object" } });
  const value = { list: [{ a: "1", b: "2" }], free: { x: { y: 1 } }, other: 1 };
  expect(shape(schema, value)).toEqual({ list: [{ a: "1" }], free: { x: { y: 1 } } });
});

test("an absent value is null where the schema allows it and missing where it does not", () => {
  const schema = object({ a: text, b: { ...text, nullable: true }, c: text });
  expect(shape(schema, { c: null })).toEqual({ b: null });
});

test("follows references and puts the parts of allOf together", () => {
  const schemas = { Base: object({ id: text }) };
  const schema: Schema = { allOf: [{ $ref: "#/components/schemas/Base" }, object({ extra: text })] };
  expect(shape(schema, { id: "1", extra: "2", other: "3" }, schemas)).toEqual({ id: "1", extra: "2" });
});

test("what is costly is computed only where the schema requires it", () => {
  let computed = 0;
  const value = {
    data: new OnlyIfRequired(() => {
      computed++;
      return "costly";
    }),
  };
  expect(shape(object({ data: text }), value)).toEqual({});
  expect(computed).toBe(0);
  expect(shape(object({ data: text }, ["data"]), value)).toEqual({ data: "costly" });
});

test("the value itself is left as it was", () => {
  const value = { a: "1", b: "2" };
  shape(object({ a: text }), value);
  expect(value).toEqual({ a: "1", b: "2" });
});
