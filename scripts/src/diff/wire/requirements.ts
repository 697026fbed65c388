import { asRecord, asTexts, type FlatSchema, follow, type Place } from "./flatten-schema.ts";
import type { LimitChange } from "./limits.ts";

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

/** Whether every body that met the one demand meets the other; `sure` is in all of them. */
export function isMet(demand: readonly string[][], sure: ReadonlySet<string>, had: readonly string[][]): boolean {
  return had.every((names) => demand.some((needed) => needed.every((name) => names.includes(name) || sure.has(name))));
}

/** What must be there when another property is, as a limit; what must be there in any case says nothing new. */
export function dependencyChanges(base: FlatSchema, head: FlatSchema): LimitChange[] {
  const keyword = "dependentRequired";
  const list = ({ keywords }: FlatSchema, sure: ReadonlySet<string>) =>
    Object.entries(asRecord(keywords[keyword])).flatMap(([name, needed]) =>
      asTexts(needed).flatMap((each) => (each === name || sure.has(each) ? [] : `${name} -> ${each}`)),
    );
  const sure = base.required.union(head.required);
  const [old, now] = [list(base, sure), list(head, sure)];
  const [gone, come] = [old.filter((each) => !now.includes(each)), now.filter((each) => !old.includes(each))];
  if (gone.length + come.length === 0) return [];
  const effect = come.length === 0 ? "loosened" : gone.length === 0 ? "tightened" : "changed";
  return [{ keyword, old: base.keywords[keyword], new: head.keywords[keyword], effect }];
}
