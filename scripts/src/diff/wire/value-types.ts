import { asList, flattenSchema, type Place } from "./flatten-schema.ts";

/** JSON's names for what a schema can be, also where it is a list of types or one of several schemas. */
export function valueTypes(document: object, place: Place, seen = new Set<string>()): Set<string> {
  const { pointer, keywords, variants, properties } = flattenSchema(document, place);
  if (seen.has(pointer)) return new Set();
  seen.add(pointer);
  const own = asList(keywords.type).length > 0 ? asList(keywords.type) : [keywords.type];
  const types = new Set(own.filter((type) => typeof type === "string"));
  if (properties.size > 0) types.add("object");
  return variants.reduce((all, variant) => all.union(valueTypes(document, variant, seen)), types);
}
