import { hasKeywords, isText, isWalked, type Kind } from "./keywords.ts";
import { referenceOf, targetOf } from "./reference.ts";
import { childrenOf } from "./walk.ts";

/**
 * What a node demands of the wire, without the words around it. With `document`, every `$ref` is replaced by what it
 * leads to, except inside itself; without it, refs stay as names. What stands beside a `$ref` counts: OpenAPI 3.0 ignores
 * it, but published documents mean the `nullable` that they put there.
 */
export function structure(node: unknown, kind: Kind, document?: unknown): unknown {
  return copy(node, kind, []);

  function copy(value: unknown, kind: Kind, inside: readonly string[]): unknown {
    if (Array.isArray(value) && kind === "set") return [...value].sort(byText);
    if (typeof value !== "object" || value === null || !isWalked(kind)) return value;
    if (Array.isArray(value)) return value.map((item) => copy(item, kind, inside));
    const ref = referenceOf(value, kind);
    const own: Record<string, unknown> = {};
    for (const [key, child, childKind] of childrenOf(value, kind)) {
      if (ref !== undefined && key === "$ref") continue;
      if (!hasKeywords(kind) || !isText(childKind)) own[key] = copy(child, childKind, inside);
    }
    if (ref === undefined) return own;
    if (document === undefined || inside.includes(ref)) return { $ref: ref, ...own };
    const target = copy(targetOf(document, ref), kind, [...inside, ref]);
    return Object.keys(own).length === 0 ? target : { ...(target as object), ...own };
  }
}

/** Documents come from outside: what should be a word may be anything. */
function byText(a: unknown, b: unknown): number {
  const [first = "", second = ""] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
