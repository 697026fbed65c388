import { valueAt } from "./json-pointer.ts";

/** Keywords that only say something to a reader. A property or a filter field may have the same name: that one stays. */
const words = new Set(["description", "summary", "title", "externalDocs", "example", "examples", "x-default"]);
/** Keywords whose keys are names, not keywords. */
const named = new Set(
  [
    ["paths", "schemas", "parameters", "requestBodies", "responses", "securitySchemes"],
    ["properties", "patternProperties", "content", "headers", "encoding", "callbacks"],
  ].flat(),
);
/** Keywords whose value is data, as is that of every extension: nothing in it is a keyword. */
const data = new Set(["default", "const", "mapping", "security"]);
/** Lists whose order says nothing. */
const sets = new Set(["required", "enum", "x-klaviyo-scopes"]);

/**
 * What a node demands of the wire, without the words around it. With `document`, every `$ref` is replaced by what it
 * leads to, except inside itself; without it, refs stay as names. What stands beside a `$ref` counts: OpenAPI 3.0 ignores
 * it, but published documents mean the `nullable` that they put there.
 */
export function structure(node: unknown, document?: unknown): unknown {
  return keywords(node, []);

  function keywords(value: unknown, inside: readonly string[]): unknown {
    if (Array.isArray(value)) return value.map((item) => keywords(item, inside));
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...rest } = value as Record<string, unknown>;
    const kept = Object.entries(rest).filter(([key]) => !words.has(key));
    const own = Object.fromEntries(kept.map(([key, child]) => [key, keyword(key, child, inside)]));
    if (typeof $ref !== "string") return own;
    if (document === undefined || inside.includes($ref)) return { $ref, ...own };
    const target = keywords(valueAt(document, decodeURIComponent($ref.slice(1))), [...inside, $ref]);
    return kept.length === 0 ? target : { ...(target as object), ...own };
  }

  function keyword(key: string, value: unknown, inside: readonly string[]): unknown {
    if (sets.has(key) && Array.isArray(value)) return [...value].sort(byText);
    if (data.has(key) || key.startsWith("x-")) return value;
    return named.has(key) ? names(value, inside) : keywords(value, inside);
  }

  function names(value: unknown, inside: readonly string[]): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return keywords(value, inside);
    return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, keywords(child, inside)]));
  }
}

/** Documents come from outside: what should be a word may be anything. */
function byText(a: unknown, b: unknown): number {
  const [first = "", second = ""] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
