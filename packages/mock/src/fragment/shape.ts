import type { Fragment, Schema } from "./fragment.ts";
import { targetOf } from "./target-of.ts";

/** A value that is costly to send, so that an answer carries it only where its schema insists. */
export class OnlyIfRequired<T> {
  readonly value: () => T;

  constructor(value: () => T) {
    this.value = value;
  }
}

/** Cuts a value to what a schema names. */
export type Shape = (value: unknown) => unknown;

const asIs: Shape = (value) => value;

/**
 * Compiles a response schema into a function that keeps what the schema names and drops the rest. The same record so
 * answers every revision in that revision's form: an absent value is `null` where the schema allows it, and missing
 * where it does not.
 */
export function shapeOf(schema: Schema, schemas: Fragment["schemas"]): Shape {
  const parts = flatten(schema, schemas);
  const items = parts.find((part) => part.items)?.items;
  if (items) return shapeArray(shapeOf(items, schemas));
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {})) as Record<string, Schema>;
  if (Object.keys(properties).length === 0) return asIs;
  return shapeObject(properties, new Set(parts.flatMap((part) => part.required ?? [])), schemas);
}

function shapeArray(shape: Shape): Shape {
  return (value) => (Array.isArray(value) ? value.map(shape) : value);
}

interface ShapedProperty {
  name: string;
  shape: Shape;
  required: boolean;
  nullable: boolean;
}

function shapeObject(properties: Record<string, Schema>, required: Set<string>, schemas: Fragment["schemas"]): Shape {
  const shaped = Object.entries(properties).map(
    ([name, property]): ShapedProperty => ({
      name,
      shape: shapeOf(property, schemas),
      required: required.has(name),
      nullable: property.nullable === true,
    }),
  );
  return (value) => {
    if (typeof value !== "object" || value === null) return value;
    const result: Record<string, unknown> = {};
    for (const { name, shape, required, nullable } of shaped) {
      let given = (value as Record<string, unknown>)[name];
      if (given instanceof OnlyIfRequired) given = required ? given.value() : undefined;
      if (given !== undefined && given !== null) result[name] = shape(given);
      else if (nullable) result[name] = null;
    }
    return result;
  };
}

/** The schemas that together describe a value: references followed, `allOf` opened. */
function flatten(schema: Schema, schemas: Fragment["schemas"]): Schema[] {
  const target = targetOf(schema, schemas);
  return [
    schema,
    ...(target ? flatten(target, schemas) : []),
    ...(schema.allOf ?? []).flatMap((part) => flatten(part, schemas)),
  ];
}
