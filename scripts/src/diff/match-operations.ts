import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { withoutTrailingSlash } from "../pull/select-operations.ts";

export interface OperationPair {
  base?: OperationEntry;
  head?: OperationEntry;
}

/**
 * Operations by method and path without its trailing slash; then, of those left, by the path with its parameters' names
 * left out, because OpenAPI calls `/x/{id}` and `/x/{key}` the same path. In the head's order, the removed ones last.
 */
export function matchOperations(base: OpenApiDocument, head: OpenApiDocument): OperationPair[] {
  const left = new Map([...listOperations(base)].map((entry) => [exactKey(entry), entry]));
  const take = (key: string) => {
    const entry = left.get(key);
    left.delete(key);
    return entry;
  };
  const pairs = [...listOperations(head)].map((entry): OperationPair => ({ head: entry, base: take(exactKey(entry)) }));

  const byTemplate = new Map([...left].map(([key, entry]) => [templateKey(entry), key]));
  for (const pair of pairs) {
    const key = !pair.base && pair.head && byTemplate.get(templateKey(pair.head));
    if (key) pair.base = take(key);
  }
  return [...pairs, ...[...left.values()].map((entry): OperationPair => ({ base: entry }))];
}

function exactKey({ method, path }: OperationEntry): string {
  return `${method} ${withoutTrailingSlash(path)}`;
}

function templateKey(entry: OperationEntry): string {
  return exactKey(entry).replaceAll(/\{[^}]*\}/g, "{}");
}
