import { hasKeywords } from "../document/keywords.ts";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { isObject } from "../document/walk.ts";
import { pairNodes, pairOperations } from "./pair-nodes.ts";

/** What stands in a fragment in our own words; upstream's take over only where we have none. */
const words = ["summary", "description"] as const;

/**
 * Gives `pulled` the words of `former`, in place, wherever the two have the same place: the same operation, parameter,
 * status, or property. Filters that we wrote out of upstream's prose stay as well, while upstream has none as data.
 */
export function carryWords(pulled: OpenApiDocument, former: OpenApiDocument): void {
  const done = new Set<unknown>();
  pairNodes(pulled, former, (to, from, kind) => {
    const [target, source] = [resolve(pulled, to), resolve(former, from)];
    if (!hasKeywords(kind) || !isObject(target) || !isObject(source) || done.has(target)) return;
    done.add(target);
    for (const word of words) if (typeof source[word] === "string") target[word] = source[word];
  });
  if ([...listOperations(pulled)].some(({ operation }) => operation["x-klaviyo-filters"])) return;
  for (const [{ operation }, { operation: known }] of pairOperations(pulled, former)) {
    if (known["x-klaviyo-filters"]) operation["x-klaviyo-filters"] = known["x-klaviyo-filters"];
  }
}
