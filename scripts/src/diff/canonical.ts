import { dropLinkDates } from "../pull/drop-link-dates.ts";

export type CanonicalKind = "shape" | "full";

const words = new Set(["description", "summary", "title", "example", "examples", "externalDocs"]);
/** Keywords whose keys are names that somebody chose: there, `title` is a property called title. */
const named = new Set(["properties", "patternProperties", "responses", "content", "headers", "x-klaviyo-filters"]);
/** Lists whose order says nothing. */
const sets = new Set(["required", "enum", "x-klaviyo-scopes", "x-klaviyo-operation-aliases"]);

/** A node in a form that is equal for what means the same; `shape` is without words. Collects the `$ref`s in it. */
export function canonical(node: unknown, kind: CanonicalKind, refs: Set<string>, keysAreNames = false): unknown {
  if (typeof node === "string") return kind === "full" ? dropLinkDates(node) : node;
  if (Array.isArray(node)) return node.map((item) => canonical(item, kind, refs));
  if (typeof node !== "object" || node === null) return node;
  if (!keysAreNames && "$ref" in node && typeof node.$ref === "string") refs.add(node.$ref);
  return Object.entries(node)
    .filter(([key]) => keysAreNames || kind === "full" || !words.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      if (!keysAreNames && sets.has(key) && Array.isArray(value)) return [key, value.map(text).sort()];
      return [key, canonical(value, kind, refs, !keysAreNames && named.has(key))];
    });
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}
