import { isDeepStrictEqual } from "node:util";
import { structure } from "../../document/structure.ts";
import type { Bump } from "../verdict.ts";
import type { Json } from "./flatten-schema.ts";
import { limitsIn, lower, other, upper } from "./limit-keywords.ts";

export interface LimitChange {
  keyword: string;
  old: unknown;
  new: unknown;
  /** Which values are allowed now: fewer, more, or just others. */
  effect: "tightened" | "loosened" | "changed";
}

/** Those of them that hold a schema, whose words demand nothing. */
const schemas = ["not", "if", "then", "else", "contains", "propertyNames"];
/** Formats that take no value away: how large a number can be is no matter in JavaScript, and how a form shows it is none on the wire. */
const harmless: readonly unknown[] = ["int64", "float", "double", "password"];

/** What a schema demands of values beyond their type, which no type shows. */
export function limitChanges(base: Json, head: Json): LimitChange[] {
  return [...upper, ...lower, ...other].flatMap((keyword): LimitChange[] => {
    const [old, now] = [limitsOf(base, keyword), limitsOf(head, keyword)];
    if (isDeepStrictEqual(old, now)) return [];
    return [{ keyword, old: told(old), new: told(now), effect: effectOf(keyword, old, now) }];
  });
}

/** What a keyword demands: nothing, one limit, or those of several parts of an `allOf`. */
function limitsOf(schema: Json, keyword: string): unknown[] {
  const limits = limitsIn(schema[keyword]).filter((value) => value !== undefined && value !== false);
  if (schemas.includes(keyword)) return limits.map((value) => structure(value, "schema"));
  if (keyword === "dependentSchemas") return limits.map((value) => structure(value, "schemas"));
  return keyword === "format" ? limits.filter((value) => !harmless.includes(value)) : limits;
}

function told(limits: readonly unknown[]): unknown {
  return limits.length > 1 ? { allOf: limits } : limits[0];
}

function effectOf(keyword: string, old: readonly unknown[], now: readonly unknown[]): LimitChange["effect"] {
  if (isAllOf(old, now)) return "tightened";
  if (isAllOf(now, old)) return "loosened";
  const [was, is] = [told(old), told(now)];
  if (typeof was !== "number" || typeof is !== "number") return "changed";
  if (keyword === "multipleOf") return is % was === 0 ? "tightened" : was % is === 0 ? "loosened" : "changed";
  return is > was === upper.includes(keyword) ? "loosened" : "tightened";
}

function isAllOf(some: readonly unknown[], all: readonly unknown[]): boolean {
  return some.every((value) => all.some((other) => isDeepStrictEqual(value, other)));
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
