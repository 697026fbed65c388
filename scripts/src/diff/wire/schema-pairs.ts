import { isDeepStrictEqual } from "node:util";
import type { OpenApiDocument } from "../../document/openapi.ts";
import { type PairGraph, pairGraph } from "../pair-graph.ts";
import { type FlatSchema, flattenSchema, follow, type Place } from "./flatten-schema.ts";
import { pairVariants } from "./pair-variants.ts";
import { alternatives } from "./requirements.ts";
import { valueTypes } from "./value-types.ts";

export interface Documents {
  base: OpenApiDocument;
  head: OpenApiDocument;
}

/** A schema and what types show too little of: which JSON types it can be, and which of its properties there must be. */
export interface WireSchema extends FlatSchema {
  types: ReadonlySet<string>;
  alternatives: string[][];
}

/** Two schemas that stand at the same place of two documents and do not say the same. */
export interface SchemaPair {
  base: WireSchema;
  head: WireSchema;
  /** Names of the base's `oneOf` members that have no partner in the head. */
  lost: string[];
}

/** Every pair of schemas that stand at the same place, from any pair of places downwards. */
export function schemaPairs(documents: Documents): PairGraph<[Place, Place], SchemaPair> {
  const keyOf = (document: object, place: Place) => {
    const { pointer, names, beside } = follow(document, place);
    return [...beside.map((each) => each.pointer), ...names, pointer].join(" ");
  };
  return pairGraph<[Place, Place], SchemaPair>(
    ([base, head]) => `${keyOf(documents.base, base)}\n${keyOf(documents.head, head)}`,
    ([oldPlace, newPlace], { found, below }) => {
      const base = wireSchema(documents.base, oldPlace);
      const head = wireSchema(documents.head, newPlace);
      const { partners, lost } = pairVariants(documents, base.variants, head.variants);
      const said = ({ keywords, names, parts, required, isClosed, types, alternatives: sets }: WireSchema) => {
        return { keywords, names, parts, required, isClosed, types, sets };
      };
      if (lost.length > 0 || !isDeepStrictEqual(said(base), said(head))) found({ base, head, lost });
      for (const [name, child] of base.properties) {
        const successor = head.properties.get(name);
        if (successor) below([child, successor], [name]);
      }
      for (const index of [...(base.firstItems.length > head.firstItems.length ? base : head).firstItems.keys()]) {
        const [old, now] = [base.firstItems[index] ?? base.items, head.firstItems[index] ?? head.items];
        if (old && now) below([old, now], ["[]"]);
      }
      if (base.items && head.items) below([base.items, head.items], ["[]"]);
      if (base.additional && head.additional) below([base.additional, head.additional], ["*"]);
      for (const partner of partners) below(partner, []);
    },
  );
}

function wireSchema(document: OpenApiDocument, place: Place): WireSchema {
  const flat = flattenSchema(document, place);
  return { ...flat, types: valueTypes(document, place), alternatives: alternatives(document, flat) };
}
