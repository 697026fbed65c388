import { hasKeywords, isWalked, type Kind, kindAt } from "./keywords.ts";

export type Json = Record<string, unknown>;

/** What a list or an object holds, each with its key and its kind. Names and keywords are told apart by the kind. */
export function* childrenOf(node: object, kind: Kind): Generator<[key: string, child: unknown, kind: Kind]> {
  const isList = Array.isArray(node);
  for (const key of Object.keys(node)) yield [key, (node as Json)[key], isList ? kind : kindAt(kind, key)];
}

/**
 * Visits every object that has keywords, below `node` and including it, parents first. Nothing within data, samples and
 * words is visited, and no reference is followed. What a visitor puts under the object's keys is what is walked on.
 *
 * @param path of `node`, for the paths that visitors are told; they are one array that changes
 */
export function walk(
  node: unknown,
  kind: Kind,
  visit: (node: Json, kind: Kind, path: readonly string[]) => void,
  path: string[] = [],
): void {
  if (typeof node !== "object" || node === null) return;
  const isList = Array.isArray(node);
  if (!isList && hasKeywords(kind)) visit(node as Json, kind, path);
  // Not by `childrenOf`: a generator costs more than all the rest of a walk through a large document.
  for (const key of Object.keys(node)) {
    const childKind = isList ? kind : kindAt(kind, key);
    if (!isWalked(childKind)) continue;
    path.push(key);
    walk((node as Json)[key], childKind, visit, path);
    path.pop();
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
