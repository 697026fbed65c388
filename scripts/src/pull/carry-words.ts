import { hasKeywords, isText, isWalked, type Kind } from "../document/keywords.ts";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { childrenOf, isObject, type Json } from "../document/walk.ts";
import { withoutTrailingSlash } from "./select-operations.ts";

/** What stands in a fragment in our own words; upstream's take over only where we have none. */
const words = ["summary", "description"] as const;

/**
 * Gives `pulled` the words of `previous`, in place, wherever the two have the same place: the same operation, parameter,
 * status, or property. Filters that we wrote out of upstream's prose stay as well, while upstream has none as data.
 */
export function carryWords(pulled: OpenApiDocument, previous: OpenApiDocument): void {
  const done = new Set<unknown>();
  const carry = (to: unknown, from: unknown, kind: Kind): void => {
    const [target, source] = [resolve(pulled, to), resolve(previous, from)];
    if (Array.isArray(target) && Array.isArray(source)) {
      for (const [index, item] of target.entries()) carry(item, partnerOf(item, index, source), kind);
    }
    if (!isObject(target) || !isObject(source) || done.has(target)) return;
    done.add(target);
    for (const word of hasKeywords(kind) ? words : []) {
      if (typeof source[word] === "string") target[word] = source[word];
    }
    for (const [key, child, childKind] of childrenOf(target, kind)) {
      if (isWalked(childKind) && !isText(childKind) && Object.hasOwn(source, key)) carry(child, source[key], childKind);
    }
  };
  const partnerOf = (item: unknown, index: number, source: readonly unknown[]): unknown => {
    const { in: place, name } = (resolve(pulled, item) ?? {}) as Json;
    if (name === undefined) return source[index];
    return source.find((other) => {
      const candidate = resolve(previous, other) as Json;
      return candidate?.in === place && candidate.name === name;
    });
  };

  carry(pulled.info, previous.info, "info");
  carry(pulled.tags, previous.tags, "tag");
  const known = new Map([...listOperations(previous)].map((entry) => [keyOf(entry), entry.operation]));
  const haveFilters = [...listOperations(pulled)].some(({ operation }) => operation["x-klaviyo-filters"]);
  for (const entry of listOperations(pulled)) {
    const operation = known.get(keyOf(entry));
    if (!operation) continue;
    const filters = operation["x-klaviyo-filters"];
    if (!haveFilters && filters) entry.operation["x-klaviyo-filters"] = filters;
    carry(entry.operation, operation, "operation");
  }
  carry(pulled.components, previous.components, "components");
}

function keyOf({ method, path }: OperationEntry): string {
  return `${method} ${withoutTrailingSlash(path)}`;
}
