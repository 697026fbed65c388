import { toPointer, valueAt } from "../../document/json-pointer.ts";

export type Json = Record<string, unknown>;

/** A place in a document: the node, and where it really stands once references are followed. */
export interface Place {
  node: Json;
  pointer: string;
  /** The component's name if a reference led here. */
  name?: string;
}

/** A schema with its references followed and its `allOf` merged: what it says, and what it consists of. */
export interface FlatSchema {
  pointer: string;
  /** Names of the components that references led through, outermost first. */
  names: string[];
  /** Names of the components merged into it by `allOf`. */
  parts: string[];
  keywords: Json;
  properties: Map<string, Place>;
  items?: Place;
  /** The schema of properties that have no name here. */
  additional?: Place;
  /** The members of `oneOf` or `anyOf`. */
  variants: Place[];
}

const structural = new Set(["properties", "items", "allOf", "oneOf", "anyOf", "$ref", "additionalProperties"]);

export function flattenSchema(document: unknown, place: Place): FlatSchema {
  const { node, pointer, names } = follow(document, place);
  const flat: FlatSchema = { pointer, names, parts: [], keywords: {}, properties: new Map(), variants: [] };
  merge(document, { node, pointer }, flat, new Set());
  return flat;
}

/** Follows references; `names` are those of the components on the way. */
export function follow(document: unknown, place: Place): Place & { names: string[] } {
  let { node, pointer } = place;
  const names: string[] = [];
  while (typeof node.$ref === "string") {
    pointer = decodeURIComponent(node.$ref.slice(1));
    const name = /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1];
    if (name) names.push(name.replaceAll("~1", "/").replaceAll("~0", "~"));
    node = asRecord(valueAt(document, pointer));
  }
  return { node, pointer, names };
}

function merge(document: unknown, { node, pointer }: Place, into: FlatSchema, seen: Set<Json>): void {
  if (seen.has(node)) return;
  seen.add(node);
  for (const [key, value] of Object.entries(node)) {
    if (!structural.has(key) && !Object.hasOwn(into.keywords, key)) into.keywords[key] = value;
  }
  for (const [name, child] of Object.entries(asRecord(node.properties))) {
    if (!into.properties.has(name)) into.properties.set(name, childOf(pointer, ["properties", name], child));
  }
  const additional = childOf(pointer, ["additionalProperties"], node.additionalProperties);
  if (Object.keys(additional.node).length > 0) into.additional ??= additional;
  if (node.items) into.items ??= childOf(pointer, ["items"], node.items);
  for (const [index, member] of asList(node.allOf).entries()) {
    const part = follow(document, childOf(pointer, ["allOf", index], member));
    into.parts.push(...part.names);
    merge(document, part, into, seen);
  }
  for (const keyword of ["oneOf", "anyOf"] as const) {
    for (const [index, member] of asList(node[keyword]).entries()) {
      into.variants.push(childOf(pointer, [keyword, index], member));
    }
  }
}

function childOf(pointer: string, path: (string | number)[], node: unknown): Place {
  return { node: asRecord(node), pointer: pointer + toPointer(path) };
}

export function asRecord(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
