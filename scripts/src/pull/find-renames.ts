import { valueBehind } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { pathOf, referenceOf } from "../document/reference.ts";
import { isObject } from "../document/walk.ts";
import { pairNodes, pairOperations } from "./pair-nodes.ts";

/** A key of the former document that the pulled one has under another name. */
export interface Rename {
  /** Of the object that has the key. */
  path: readonly string[];
  from: string;
  to: string;
}

/** Paths of the same operations, and components that the same places refer to, where their names have changed. */
export function findRenames(pulled: OpenApiDocument, former: OpenApiDocument): Rename[] {
  const renames: Rename[] = [];
  const found = (path: readonly string[], from = "", to = "") => {
    const isKept = has(pulled, path, from) || has(former, path, to);
    const isKnown = renames.some((each) => `${each.path}` === `${path}` && (each.from === from || each.to === to));
    if (!isKept && !isKnown) renames.push({ path, from, to });
  };
  for (const [to, from] of pairOperations(pulled, former)) found(["paths"], from.path, to.path);
  pairNodes(pulled, former, (to, from, kind) => {
    const [next, known] = [pathOf(referenceOf(to, kind) ?? ""), pathOf(referenceOf(from, kind) ?? "")];
    if (next.length === 3 && known[1] === next[1]) found(next.slice(0, 2), known[2], next[2]);
  });
  return renames;
}

function has(document: OpenApiDocument, path: readonly string[], key: string): boolean {
  const holder = valueBehind(document, path);
  return isObject(holder) && Object.hasOwn(holder, key);
}
