import type { OperationEntry } from "../document/list-operations.ts";
import { type Select, withoutTrailingSlash } from "../pull/select-operations.ts";

export interface OperationPair<Entry extends OperationEntry = OperationEntry> {
  base?: Entry;
  head?: Entry;
}

/**
 * Operations by method and path without its trailing slash; then, of those left, by the path with its parameters' names
 * left out, because OpenAPI calls `/x/{id}` and `/x/{key}` the same path. In the head's order, the removed ones last.
 */
export function matchOperations<Entry extends OperationEntry>(
  base: Iterable<Entry>,
  head: Iterable<Entry>,
): OperationPair<Entry>[] {
  const left = new Map([...base].map((entry) => [exactKey(entry), entry]));
  const take = (key: string) => {
    const entry = left.get(key);
    left.delete(key);
    return entry;
  };
  const pairs = [...head].map((entry): OperationPair<Entry> => {
    const partner = take(exactKey(entry));
    return { head: entry, ...(partner && { base: partner }) };
  });

  const byTemplate = new Map([...left].map(([key, entry]) => [templateKey(entry), key]));
  for (const pair of pairs) {
    const key = !pair.base && pair.head && byTemplate.get(templateKey(pair.head));
    const partner = key && take(key);
    if (partner) pair.base = partner;
  }
  return [...pairs, ...[...left.values()].map((entry): OperationPair<Entry> => ({ base: entry }))];
}

function exactKey({ method, path }: OperationEntry): string {
  return `${method} ${withoutTrailingSlash(path)}`;
}

function templateKey(entry: OperationEntry): string {
  return exactKey(entry).replaceAll(/\{[^}]*\}/g, "{}");
}

/**
 * Of all pairs those that packages had or will have. An operation that a package had and that is still served counts
 * with what it is now, though the selection (by tags, say) no longer finds it.
 */
export function selectPairs<Entry extends OperationEntry>(
  pairs: readonly OperationPair<Entry>[],
  select: Select,
): OperationPair<Entry>[] {
  return pairs.flatMap(({ base, head }): OperationPair<Entry>[] => {
    if (base && select(base)) return [{ base, ...(head && { head }) }];
    return head && select(head) ? [{ head }] : [];
  });
}
