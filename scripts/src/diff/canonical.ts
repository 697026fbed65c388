import { hasKeywords, isText, type Kind } from "../document/keywords.ts";
import { referencesOf } from "../document/reference.ts";
import { childrenOf } from "../document/walk.ts";
import { dropLinkDates } from "../pull/drop-link-dates.ts";

/** With words or without: `shape` is what stays when nobody reads the document. */
export type Form = "shape" | "full";

/** A node in a form that is equal for what means the same. Collects the references in it, with the kind they lead to. */
export function canonical(node: unknown, kind: Kind, form: Form, refs: Map<string, Kind>): unknown {
  if (typeof node === "string") return form === "full" ? dropLinkDates(node) : node;
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) {
    return kind === "set" ? node.map(text).sort() : node.map((item) => canonical(item, kind, form, refs));
  }
  for (const ref of referencesOf(node, kind)) refs.set(ref, kind === "discriminator" ? "schema" : kind);
  return [...childrenOf(node, kind)]
    .filter(([, , childKind]) => form === "full" || !hasKeywords(kind) || !isText(childKind))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, child, childKind]) => [key, canonical(child, childKind, form, refs)]);
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}
