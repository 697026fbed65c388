import { fromPointer, toPointer, valueBehind } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { asList, asRecord, flattenSchema } from "./wire/flatten-schema.ts";

/** A place in a JSON:API resource object: its `type`, and the keys from its schema to the place. */
export interface ResourcePlace {
  type: string;
  inside: string[];
}

/**
 * The innermost resource object around a place in a schema. The same resource has a component for each request and each
 * answer that it is in, so its type says more to a reader than the component's name.
 */
export function resourceAt(document: OpenApiDocument, pointer: string): ResourcePlace | undefined {
  const keys = fromPointer(pointer);
  for (let at = keys.length - 2; at > 0; at -= 1) {
    const isMember = keys[at + 1] === "attributes" || keys[at + 1] === "relationships";
    if (keys[at] !== "properties" || !isMember) continue;
    const type = typeOf(document, keys.slice(0, at));
    if (type !== undefined) return { type, inside: keys.slice(at) };
  }
  return undefined;
}

function typeOf(document: OpenApiDocument, keys: readonly string[]): string | undefined {
  const schema = flattenSchema(document, { node: asRecord(valueBehind(document, keys)), pointer: toPointer(keys) });
  const type = schema.properties.get("type");
  const { const: only, enum: values } = type ? flattenSchema(document, type).keywords : {};
  const [first, ...more] = only === undefined ? asList(values) : [only];
  if (typeof first === "string" && more.length === 0) return first;
  // Another part of an `allOf` may be the one that has the type.
  return keys.at(-2) === "allOf" ? typeOf(document, keys.slice(0, -2)) : undefined;
}
