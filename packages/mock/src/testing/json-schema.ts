import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Fragment, Schema } from "../fragment/fragment.ts";

export type JsonSchema = Record<string, unknown>;

/** The id under which a validator knows the fragment's components. */
export const fragmentId = "fragment";

export interface ToJsonSchemaOptions {
  /** Refuse properties that the schema does not name. @default false */
  closed?: boolean;
}

/**
 * An OpenAPI 3.0 schema as JSON Schema: `nullable` becomes a type of its own, beside a `$ref` too, where readers of
 * 3.0 drop it.
 */
export function toJsonSchema(schema: Schema, options: ToJsonSchemaOptions = {}): JsonSchema {
  const { nullable, properties, items, allOf, anyOf, oneOf, $ref, ...rest } = schema;
  const result: JsonSchema = { ...rest };
  if ($ref) result.$ref = `${fragmentId}${$ref}`;
  const each = (schemas: readonly Schema[]) => schemas.map((entry) => toJsonSchema(entry, options));
  if (items) result.items = toJsonSchema(items, options);
  if (allOf) result.allOf = each(allOf);
  if (anyOf) result.anyOf = each(anyOf);
  // Published documents use oneOf for what overlaps, so one that fits is enough.
  if (oneOf) result.allOf = [...each(allOf ?? []), { anyOf: each(oneOf) }];
  if (properties) {
    result.properties = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, toJsonSchema(property, options)]),
    );
    // An object without named properties is free-form (custom_metadata), so it stays open.
    if (options.closed && Object.keys(properties).length > 0) result.additionalProperties = false;
  }
  return nullable ? orNull(result) : result;
}

function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const result: JsonSchema = { ...schema, type: [schema.type, "null"] };
  if (Array.isArray(schema.enum)) result.enum = [...schema.enum, null];
  return result;
}

/** A validator that knows a fragment's components, so that schemas may refer to them. */
export function createAjv(fragment: Fragment, options?: ToJsonSchemaOptions): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const schemas = Object.entries(fragment.schemas).map(([name, schema]) => [name, toJsonSchema(schema, options)]);
  return ajv.addSchema({ $id: fragmentId, components: { schemas: Object.fromEntries(schemas) } });
}
