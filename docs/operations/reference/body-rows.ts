import type { OpenApiDocument, Reference, Schema } from "@org/scripts/src/document/openapi.ts";
import { isReference, resolve } from "@org/scripts/src/document/reference.ts";
import { isObject } from "@org/scripts/src/document/walk.ts";

/** One line of the tree that a request's body is. */
export interface BodyRow {
  depth: number;
  name: string;
  isRequired: boolean;
  /** What the schema of the value says of it. */
  value: ValueFacts;
}

/** A schema in words: what a value of it looks like. */
export interface ValueFacts {
  type: string;
  /** Values that are allowed, as JSON. */
  allowed: string[];
  /** Such as `1 to 100`. */
  limits: string[];
  /** As JSON. */
  default?: string;
  description: string;
}

/** The tree of a schema, parents before their properties. A shape that contains itself is not shown again inside. */
export function bodyRows(document: OpenApiDocument, schema: Schema | Reference): BodyRow[] {
  return rowsBelow(document, schema, 0, []);
}

function rowsBelow(
  document: OpenApiDocument,
  schema: Schema | Reference,
  depth: number,
  inside: readonly unknown[],
): BodyRow[] {
  const { properties, required, items, additionalProperties, variants } = shapeOf(document, schema);
  const key = isReference(schema) ? schema.$ref : schema;
  if (inside.includes(key)) return [];
  const within = [...inside, key];
  const below = (child: Schema | Reference, at: number) => rowsBelow(document, child, at, within);
  const row = (name: string, child: Schema | Reference, isRequired: boolean): BodyRow[] => [
    { depth, name, isRequired, value: valueFacts(document, child) },
    ...below(child, depth + 1),
  ];
  return [
    ...Object.entries(properties).flatMap(([name, child]) => row(name, child, required.includes(name))),
    // Of a list its entries are shown, one level below the list.
    ...(items ? below(items, depth) : []),
    ...(isObject(additionalProperties) ? row("any other name", additionalProperties, false) : []),
    ...variants.flatMap((variant, index) => row(`form ${index + 1} of ${variants.length}`, variant, false)),
  ];
}

interface Shape {
  properties: Record<string, Schema | Reference>;
  required: string[];
  items?: Schema | Reference;
  additionalProperties?: unknown;
  variants: (Schema | Reference)[];
}

/** What a schema has directly and by `allOf`. */
export function shapeOf(document: OpenApiDocument, schema: Schema | Reference): Shape {
  const resolved = resolve<Schema>(document, schema);
  if (!isObject(resolved)) return { properties: {}, required: [], variants: [] };
  const shape: Shape = { properties: {}, required: [], variants: [] };
  for (const part of listOf(resolved.allOf)) {
    const { properties, required, variants, ...others } = shapeOf(document, part);
    Object.assign(shape, others);
    Object.assign(shape.properties, properties);
    shape.required.push(...required);
    shape.variants.push(...variants);
  }
  const { properties = {}, required, items, additionalProperties, oneOf, anyOf } = resolved;
  Object.assign(shape.properties, properties);
  if (Array.isArray(required)) shape.required.push(...required.map(String));
  if (items) shape.items = items;
  if (additionalProperties) shape.additionalProperties = additionalProperties;
  shape.variants.push(...listOf(oneOf), ...listOf(anyOf));
  return shape;
}

function listOf(value: unknown): (Schema | Reference)[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function valueFacts(document: OpenApiDocument, schema: Schema | Reference): ValueFacts {
  const resolved = resolve<Schema>(document, schema);
  if (!isObject(resolved)) return { type: "anything", allowed: [], limits: [], description: "" };
  const [only, ...others] = listOf(resolved.allOf);
  const inherited = only && others.length === 0 ? valueFacts(document, only) : undefined;
  const type = typeOf(document, resolved) ?? inherited?.type ?? "object";
  const entries = resolved.items ? valueFacts(document, resolved.items) : undefined;
  const allowed = (resolved.enum ?? []).filter((value) => value !== null).map((value) => JSON.stringify(value));
  const description = typeof resolved.description === "string" ? resolved.description : "";
  return {
    type: resolved.nullable === true ? `${type} or null` : type,
    allowed: [...allowed, ...(entries?.allowed ?? inherited?.allowed ?? [])],
    limits: limitsOf(resolved),
    ...(resolved.default !== undefined && { default: JSON.stringify(resolved.default) }),
    description: description || (inherited?.description ?? ""),
  };
}

function typeOf(document: OpenApiDocument, schema: Schema): string | undefined {
  const types = [schema.type ?? []].flat();
  if (types.includes("array") || schema.items) {
    const entries = schema.items ? valueFacts(document, schema.items).type : "anything";
    return `list of ${entries}`;
  }
  if (types.length > 0) return types.map((type) => withFormat(type, schema.format)).join(" or ");
  if (schema.properties) return "object";
  if (schema.enum) return [...new Set(schema.enum.map((value) => typeof value))].join(" or ");
  return schema.oneOf || schema.anyOf ? "one of several forms" : undefined;
}

function withFormat(type: string, format: unknown): string {
  return typeof format === "string" && type !== "object" ? `${type} (${format})` : type;
}

function limitsOf(schema: Schema): string[] {
  const number = (key: string) => (typeof schema[key] === "number" ? schema[key] : undefined);
  const range = (least: string, most: string, unit = "") => {
    const [from, to] = [number(least), number(most)];
    if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
    if (from !== undefined) return [`at least ${from}${unit}`];
    return to === undefined ? [] : [`at most ${to}${unit}`];
  };
  return [
    ...range("minimum", "maximum"),
    ...range("minLength", "maxLength", " characters"),
    ...range("minItems", "maxItems", " entries"),
    ...range("minProperties", "maxProperties", " properties"),
    ...(schema.uniqueItems === true ? ["no entry twice"] : []),
    ...(typeof schema.pattern === "string" ? [`matches ${schema.pattern}`] : []),
  ];
}
