import type { OpenApiDocument } from "../../document/openapi.ts";
import { type FlatSchema, flattenSchema, type Place } from "./flatten-schema.ts";
import { pairVariants } from "./pair-variants.ts";

export interface SchemaPair {
  base: FlatSchema;
  head: FlatSchema;
  path: readonly string[];
  /** Names of the base's `oneOf` members that have no partner in the head. */
  lost: string[];
}

type Documents = { base: OpenApiDocument; head: OpenApiDocument };

/**
 * Every pair of schemas that stand at the same place of two documents, from a pair of places downwards. A pair that was
 * met before (by any way) is not met again, so recursive schemas end.
 */
export function* schemaPairs(
  documents: Documents,
  base: Place,
  head: Place,
  path: readonly string[],
  seen: Set<string>,
): Generator<SchemaPair> {
  const [old, now] = [flattenSchema(documents.base, base), flattenSchema(documents.head, head)];
  const { partners, lost } = pairVariants(documents, old.variants, now.variants);
  const pair = { base: old, head: now, path, lost };
  const key = `${pair.base.pointer} ${pair.head.pointer}`;
  if (seen.has(key)) return;
  seen.add(key);
  yield pair;
  for (const [name, child] of pair.base.properties) {
    const successor = pair.head.properties.get(name);
    if (successor) yield* schemaPairs(documents, child, successor, [...path, name], seen);
  }
  if (pair.base.items && pair.head.items) {
    yield* schemaPairs(documents, pair.base.items, pair.head.items, [...path, "[]"], seen);
  }
  if (pair.base.additional && pair.head.additional) {
    yield* schemaPairs(documents, pair.base.additional, pair.head.additional, [...path, "*"], seen);
  }
  for (const [variant, successor] of partners) {
    yield* schemaPairs(documents, variant, successor, path, seen);
  }
}
