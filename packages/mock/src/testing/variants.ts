import type { Fragment, Schema } from "../fragment/fragment.ts";
import { targetOf } from "../fragment/target-of.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * A value with every property there is.
 *
 * @param within the references that lead to the schema: what contains itself ends with an empty list, or `null`
 */
export function exampleOf(schema: Schema, schemas: Fragment["schemas"], within: readonly string[] = []): Json {
  const { $ref, type = "", properties = {}, items = {}, enum: values, allOf } = schema;
  if ($ref && within.includes($ref)) return null;
  if ($ref) return exampleOf(targetOf(schema, schemas) ?? {}, schemas, [...within, $ref]);
  if (allOf) return Object.assign({}, ...allOf.map((part) => exampleOf(part, schemas, within)));
  if (values) return values[0] as Json;
  if (type === "array") return items.$ref && within.includes(items.$ref) ? [] : [exampleOf(items, schemas, within)];
  if (type === "object") {
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, exampleOf(property, schemas, within)]),
    );
  }
  return { string: "text", integer: 1, number: 1.5, boolean: true }[type] ?? null;
}

/** The value, and copies in each of which one part is missing, of another type or joined by something unknown. */
export function* variants(value: Json): Generator<Json, void, undefined> {
  yield value;
  yield* [null, "other", 7, true, [], {}];
  if (Array.isArray(value)) {
    yield [];
    for (const [index, entry] of value.entries()) for (const other of variants(entry)) yield value.with(index, other);
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, unknown: 1 };
    for (const [name, entry] of Object.entries(value)) {
      const { [name]: _, ...rest } = value;
      yield rest;
      for (const other of variants(entry)) yield { ...value, [name]: other };
    }
  }
}
