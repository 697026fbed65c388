import { isDeepStrictEqual } from "node:util";

/** The keywords that allow values up to a bound, and those that allow them from one. */
export const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
export const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Limits that cannot be compared, only be there or not. */
export const other = [
  ["pattern", "format", "contentEncoding", "contentMediaType", "multipleOf", "uniqueItems", "not"],
  ["if", "then", "else", "contains", "minContains", "maxContains", "propertyNames", "dependentSchemas"],
].flat();

/** A limit that two parts of an `allOf` set, where neither of their values implies the other. */
class SeveralLimits {
  readonly allOf: readonly unknown[];
  constructor(values: readonly unknown[]) {
    this.allOf = values;
  }
}

/** What a keyword says where two parts of an `allOf` have it: the stricter limit holds, of other keywords the first. */
export function bothOf(keyword: string, one: unknown, another: unknown): unknown {
  if (typeof one === "number" && typeof another === "number") {
    if (upper.includes(keyword)) return Math.min(one, another);
    if (lower.includes(keyword)) return Math.max(one, another);
  }
  if (!other.includes(keyword) && !upper.includes(keyword) && !lower.includes(keyword)) return one;
  if (typeof one === "boolean" && typeof another === "boolean") return one || another;
  const values = limitsIn(one);
  if (values.some((value) => isDeepStrictEqual(value, another))) return one;
  return new SeveralLimits([...values, another]);
}

/** Each of the values that a limit has. */
export function limitsIn(limit: unknown): readonly unknown[] {
  return limit instanceof SeveralLimits ? limit.allOf : [limit];
}
