import { valueAt } from "../document/json-pointer.ts";

/** Every `$ref` in a node, and in what they lead to, in order of appearance. */
export function reachableRefs(document: unknown, node: unknown, seen = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return seen;
  if ("$ref" in node && typeof node.$ref === "string" && !seen.has(node.$ref)) {
    seen.add(node.$ref);
    reachableRefs(document, valueAt(document, decodeURIComponent(node.$ref.slice(1))), seen);
  }
  for (const child of Object.values(node)) reachableRefs(document, child, seen);
  return seen;
}
