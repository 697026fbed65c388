import type { Kind } from "./keywords.ts";
import { referencesOf, targetOf } from "./reference.ts";
import { walk } from "./walk.ts";

/** Every reference in a node, and in what they lead to, in order of appearance, each with the kind of its target. */
export function reachableRefs(
  document: unknown,
  node: unknown,
  kind: Kind,
  seen = new Map<string, Kind>(),
): Map<string, Kind> {
  walk(node, kind, (object, objectKind) => {
    for (const ref of referencesOf(object, objectKind)) {
      if (seen.has(ref)) continue;
      const targetKind = objectKind === "discriminator" ? "schema" : objectKind;
      seen.set(ref, targetKind);
      reachableRefs(document, targetOf(document, ref), targetKind, seen);
    }
  });
  return seen;
}
