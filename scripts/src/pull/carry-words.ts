import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import { withoutTrailingSlash } from "./select-operations.ts";

type Json = Record<string, unknown>;

/** What stands in a fragment in our own words; upstream's take over only where we have none. */
const words = ["summary", "description"] as const;
const notFollowed = new Set(["example", "examples", "default", "enum", "required", "x-klaviyo-filters"]);

/**
 * Gives `pulled` the words of `previous`, in place, wherever the two have the same place: the same operation, parameter,
 * status, or property. Filters that we wrote out of upstream's prose stay as well, while upstream has none as data.
 */
export function carryWords(pulled: OpenApiDocument, previous: OpenApiDocument): void {
  const done = new Set<unknown>();
  const carry = (to: unknown, from: unknown): void => {
    const [target, source] = [resolve(pulled, to), resolve(previous, from)];
    if (Array.isArray(target) && Array.isArray(source)) {
      for (const [index, item] of target.entries()) carry(item, partnerOf(item, index, source));
    }
    if (!isObject(target) || !isObject(source) || done.has(target)) return;
    done.add(target);
    for (const word of words) if (typeof source[word] === "string") target[word] = source[word];
    for (const key of Object.keys(target)) {
      if (!notFollowed.has(key) && Object.hasOwn(source, key)) carry(target[key], source[key]);
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

  carry(pulled.info, previous.info);
  carry(pulled.tags, previous.tags);
  const known = new Map([...listOperations(previous)].map((entry) => [keyOf(entry), entry.operation]));
  const haveFilters = [...listOperations(pulled)].some(({ operation }) => operation["x-klaviyo-filters"]);
  for (const entry of listOperations(pulled)) {
    const operation = known.get(keyOf(entry));
    if (!operation) continue;
    const filters = operation["x-klaviyo-filters"];
    if (!haveFilters && filters) entry.operation["x-klaviyo-filters"] = filters;
    carry(entry.operation, operation);
  }
  carry(pulled.components, previous.components);
}

function keyOf({ method, path }: OperationEntry): string {
  return `${method} ${withoutTrailingSlash(path)}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
