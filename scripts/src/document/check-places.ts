import { hasKeywords, hasNames, holdsList, isText, type Kind, kindAt } from "./keywords.ts";
import { isObject, type Json } from "./walk.ts";

/**
 * Whether what stands in an object is of the kind that its keywords hold. A map of nothing and a schema of nothing, as
 * YAML has them, become empty ones.
 *
 * @returns the first place that is not, below the object, and what was expected there
 */
export function misplacedIn(object: Json, kind: Kind): { path: string[]; expected: string } | undefined {
  if ("$ref" in object && typeof object.$ref !== "string") return { path: ["$ref"], expected: "a reference" };
  for (const key of Object.keys(object)) {
    const childKind = kindAt(kind, key);
    if (isText(childKind)) continue;
    if (hasNames(childKind)) {
      object[key] ??= {};
      const names = object[key];
      if (!isObject(names)) return { path: [key], expected: "an object" };
      const held = kindAt(childKind, "");
      for (const name of Object.keys(names)) {
        if (held === "schema") names[name] ??= {};
        if (kindAt(childKind, name) === held && !isA(held, names[name])) {
          return { path: [key, name], expected: nameOf(held) };
        }
      }
    } else if (hasKeywords(childKind) && childKind !== "discriminator") {
      // A discriminator that is a word, as in Swagger 2, is left out when it is used.
      const value = object[key];
      if (!holdsList(key)) {
        // In drafts before OpenAPI's own, `items` may be a list.
        if (!isA(childKind, value) && !(key === "items" && Array.isArray(value))) {
          return { path: [key], expected: nameOf(childKind) };
        }
      } else if (!Array.isArray(value)) {
        return { path: [key], expected: "an array" };
      } else {
        const index = value.findIndex((item) => !isA(childKind, item));
        if (index >= 0) return { path: [key, `${index}`], expected: nameOf(childKind) };
      }
    }
  }
  return undefined;
}

function isA(kind: Kind, value: unknown): boolean {
  return isObject(value) || (kind === "schema" && typeof value === "boolean");
}

function nameOf(kind: Kind): string {
  return kind === "schema" ? "a schema" : "an object";
}
