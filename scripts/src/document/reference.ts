import { toPointer, unescapeSegment, valueBehind } from "./json-pointer.ts";
import { hasKeywords, type Kind } from "./keywords.ts";
import type { OpenApiDocument, Reference } from "./openapi.ts";
import { isObject } from "./walk.ts";

/** Follows a reference (and a reference it leads to) to its definition; anything else is returned as it is. */
export function resolve<Value>(document: OpenApiDocument, value: Value | Reference): Value {
  let current: unknown = value;
  for (const { target } of referencesFrom(document, value)) current = target;
  return current as Value;
}

/** What a reference leads to, and what that leads to if it is a reference, each with its path; nothing for a definition. */
export function* referencesFrom(document: unknown, value: unknown): Generator<{ target: unknown; path: string[] }> {
  let current = value;
  while (isReference(current)) {
    const path = pathOf(current.$ref);
    current = valueBehind(document, path);
    yield { target: current, path };
  }
}

export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && typeof (value as Reference).$ref === "string";
}

/** The `$ref` of an object of this kind. A property or an example may be called `$ref`: that is none. */
export function referenceOf(node: unknown, kind: Kind): string | undefined {
  return hasKeywords(kind) && isReference(node) ? node.$ref : undefined;
}

/** What `ref` leads to, `undefined` where there is nothing. */
export function targetOf(document: unknown, ref: string): unknown {
  return valueBehind(document, pathOf(ref));
}

/** The keys behind `#/components/schemas/Thing`. A `%` that escapes nothing stands for itself. */
export function pathOf(ref: string): string[] {
  return ref
    .split("/")
    .slice(1)
    .map((segment) => unescapeSegment(decode(segment)));
}

/**
 * The references that an object of this kind holds itself: its `$ref`, and what its discriminator maps to. A mapping
 * names a schema or refers to it, and only what it says tells which.
 */
export function referencesOf(node: unknown, kind: Kind): string[] {
  const own = referenceOf(node, kind);
  if (own !== undefined) return [own];
  if (kind !== "discriminator" || !isObject(node) || !isObject(node.mapping)) return [];
  return Object.values(node.mapping).flatMap((target) => (typeof target === "string" ? mappedReference(target) : []));
}

/** The reference that a discriminator's mapping stands for. */
export function mappedReference(target: string): string {
  return target.startsWith("#") ? target : referenceTo(["components", "schemas", target]);
}

/** The reference to the object at `path`. */
export function referenceTo(path: readonly string[]): string {
  return `#${toPointer(path).replaceAll("%", "%25")}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
