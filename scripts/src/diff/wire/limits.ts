import { isDeepStrictEqual } from "node:util";
import { structure } from "../../document/structure.ts";
import type { Bump } from "../verdict.ts";
import type { Json } from "./flatten-schema.ts";

export interface LimitChange {
  keyword: string;
  old: unknown;
  new: unknown;
  /** Which values are allowed now: fewer, more, or just others. */
  effect: "tightened" | "loosened" | "changed";
}

const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Limits that cannot be compared, only be there or not. */
const other = [
  ["pattern", "format", "contentEncoding", "contentMediaType", "multipleOf", "uniqueItems", "not"],
  ["if", "then", "else", "contains", "minContains", "maxContains", "propertyNames", "dependentSchemas"],
].flat();
/** Those of them that hold a schema, whose words demand nothing. */
const schemas = ["not", "if", "then", "else", "contains", "propertyNames"];
/** Formats that take no value away: how large a number can be is no matter in JavaScript, and how a form shows it is none on the wire. */
const harmless: readonly unknown[] = ["int64", "float", "double", "password"];

/** What a schema demands of values beyond their type, which no type shows. */
export function limitChanges(base: Json, head: Json): LimitChange[] {
  return [...upper, ...lower, ...other].flatMap((keyword): LimitChange[] => {
    const [old, now] = [limitOf(base, keyword), limitOf(head, keyword)];
    if (isDeepStrictEqual(old, now)) return [];
    return [{ keyword, old, new: now, effect: effectOf(keyword, old, now) }];
  });
}

function limitOf(schema: Json, keyword: string): unknown {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (schemas.includes(keyword)) return structure(value, "schema");
  if (keyword === "dependentSchemas") return structure(value, "schemas");
  if (keyword === "format" && harmless.includes(value)) return undefined;
  return value === false ? undefined : value;
}

function effectOf(keyword: string, old: unknown, now: unknown): LimitChange["effect"] {
  if (old === undefined) return "tightened";
  if (now === undefined) return "loosened";
  if (typeof old !== "number" || typeof now !== "number") return "changed";
  if (keyword === "multipleOf") return now % old === 0 ? "tightened" : old % now === 0 ? "loosened" : "changed";
  return now > old === upper.includes(keyword) ? "loosened" : "tightened";
}

/**
 * Fewer values break who sends them. Of more values in an answer those break programs that are of another kind (text of
 * another format, a fraction where whole numbers were), and an empty list where an element was certain; that a value can
 * be longer, or larger, does not.
 */
export function limitBump({ keyword, effect, old, new: now }: LimitChange, direction: "request" | "response"): Bump {
  if (direction === "request") return effect === "loosened" ? "minor" : "major";
  if (effect === "tightened") return "minor";
  if (keyword === "type") return "major";
  if (keyword === "format") return old === "int32" || now === "int32" ? "minor" : "major";
  if (keyword.startsWith("content")) return "major";
  if (keyword === "minItems") return Number(old) > 0 && !(Number(now) > 0) ? "major" : "minor";
  return keyword === "pattern" && effect === "changed" ? "major" : "minor";
}
