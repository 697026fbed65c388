import { toPointer } from "../../document/json-pointer.ts";
import { referencesFrom } from "../../document/reference.ts";
import { bothOf } from "./limit-keywords.ts";

export type Json = Record<string, unknown>;

/** A place in a document: the node, and where it really stands once references are followed. */
export interface Place {
  node: Json;
  pointer: string;
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
  /** Properties that must be there, whichever part of an `allOf` says so. */
  required: Set<string>;
  /** Whether nothing may stand beside the properties that have a name here. */
  isClosed: boolean;
  items?: Place;
  /** The schemas of the first elements of a list, where each has its own. */
  firstItems: Place[];
  /** The schema of properties that have no name here. */
  additional?: Place;
  /** The members of `oneOf` or `anyOf`. */
  variants: Place[];
}

const structural = new Set(
  [
    ["properties", "required", "items", "prefixItems", "allOf", "oneOf", "anyOf", "$ref"],
    ["additionalProperties", "unevaluatedProperties"],
  ].flat(),
);

const known = new WeakMap<object, Map<string, FlatSchema>>();

/** The same place of a document is flattened once, however many operations lead to it. */
export function flattenSchema(document: object, place: Place): FlatSchema {
  const { node, pointer: target, names, beside } = follow(document, place);
  const pointer = beside[0]?.pointer ?? target;
  const ofDocument = known.get(document) ?? new Map<string, FlatSchema>();
  known.set(document, ofDocument);
  let flat = ofDocument.get(pointer);
  if (!flat) {
    flat = { pointer, names, parts: [], keywords: {}, properties: new Map(), firstItems: [], variants: [], ...open() };
    const seen = new Set<Json>();
    for (const each of [...beside, { node, pointer: target }]) merge(document, each, flat, seen);
    ofDocument.set(pointer, flat);
  }
  return { ...flat, names };
}

function open() {
  return { required: new Set<string>(), isClosed: false };
}

/** Where references lead to. */
interface Followed extends Place {
  /** Those of the components on the way. */
  names: string[];
  /** The references that have other keywords beside them, which count as well. */
  beside: Place[];
}

/** Follows references as far as a node that is none. */
export function follow(document: unknown, place: Place): Followed {
  let { node, pointer } = place;
  const names: string[] = [];
  const beside: Place[] = [];
  for (const { target, path } of referencesFrom(document, node)) {
    if (Object.keys(node).length > 1) beside.push({ node, pointer });
    pointer = toPointer(path);
    const [root, section, name, ...inside] = path;
    if (root === "components" && section === "schemas" && name !== undefined && inside.length === 0) names.push(name);
    node = asRecord(target);
  }
  return { node, pointer, names, beside };
}

function merge(document: unknown, { node, pointer }: Place, into: FlatSchema, seen: Set<Json>): void {
  if (seen.has(node)) return;
  seen.add(node);
  for (const [key, value] of Object.entries(node)) {
    if (structural.has(key)) continue;
    into.keywords[key] = Object.hasOwn(into.keywords, key) ? bothOf(key, into.keywords[key], value) : value;
  }
  for (const [name, child] of Object.entries(asRecord(node.properties))) {
    if (!into.properties.has(name)) into.properties.set(name, childOf(pointer, ["properties", name], child));
  }
  for (const name of asTexts(node.required)) into.required.add(name);
  if (node.additionalProperties === false || node.unevaluatedProperties === false) into.isClosed = true;
  const additional = childOf(pointer, ["additionalProperties"], node.additionalProperties);
  if (Object.keys(additional.node).length > 0) into.additional ??= additional;
  for (const [index, item] of asList(node.prefixItems).entries()) {
    into.firstItems[index] ??= childOf(pointer, ["prefixItems", index], item);
  }
  if (node.items) into.items ??= childOf(pointer, ["items"], node.items);
  for (const [index, member] of asList(node.allOf).entries()) {
    const part = follow(document, childOf(pointer, ["allOf", index], member));
    into.parts.push(...part.names);
    for (const each of [...part.beside, part]) merge(document, each, into, seen);
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

/** Documents come from outside: what should be a text may be anything. */
export function asTexts(value: unknown): string[] {
  return asList(value).filter((item) => typeof item === "string");
}
