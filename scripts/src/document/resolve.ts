import { valueAt } from "./json-pointer.ts";
import type { OpenApiDocument, Reference } from "./openapi.ts";

/** Follows a reference (and a reference it leads to) to its definition; anything else is returned as it is. */
export function resolve<Value>(document: OpenApiDocument, value: Value | Reference): Value {
  let current: unknown = value;
  while (isReference(current)) current = valueAt(document, decodeURIComponent(current.$ref.slice(1)));
  return current as Value;
}

export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && typeof (value as Reference).$ref === "string";
}
