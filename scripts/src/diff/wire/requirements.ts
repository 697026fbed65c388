import { asTexts, type FlatSchema, follow, type Place } from "./flatten-schema.ts";

/**
 * The sets of properties of which one must be there: `anyOf` or `oneOf` members that name properties and nothing else.
 * A schema without such members has one set, the empty one.
 */
export function alternatives(document: object, { variants, properties }: FlatSchema): string[][] {
  const named = variants.map((variant) => namesIn(document, variant));
  const isDemand = properties.size > 0 && named.length > 0 && named.every((names) => names !== undefined);
  return isDemand ? named.map((names) => names ?? []) : [[]];
}

function namesIn(document: object, place: Place): string[] | undefined {
  const { node } = follow(document, place);
  const others = Object.keys(node).filter((key) => !["required", "type", "title", "description"].includes(key));
  return others.length === 0 && node.required !== undefined ? asTexts(node.required) : undefined;
}

/** Whether whatever met the one demand meets the other; `sure` is there in any case. */
export function isMet(demand: readonly string[][], sure: ReadonlySet<string>, had: readonly string[][]): boolean {
  return had.every((names) => demand.some((needed) => needed.every((name) => names.includes(name) || sure.has(name))));
}
