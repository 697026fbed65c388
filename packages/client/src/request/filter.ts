declare const terms: unique symbol;

/** Marks a filter string with the terms it is made of; only the compiler sees it. */
export interface FilterSpec<Terms> {
  readonly [terms]?: Terms;
}

/** A filter string that knows its `[field, operator, value]`s, so that a call refuses those its operation lacks. */
export type Filter<Terms> = string & FilterSpec<Terms>;

/** Every term that a path's entry in the generated `filters` allows. */
export type TermsOf<Filters> = {
  [Field in keyof Filters]: {
    [Operator in keyof Filters[Field]]: [Field, Operator, Filters[Field][Operator]];
  }[keyof Filters[Field]];
}[keyof Filters];

/** What a filter compares with; a `Date` is a moment in ISO 8601. */
export type FilterScalar = string | number | boolean | Date;

type Written<Value> = Value extends Date ? string : Value;

type Compare<Operator extends string> = <const Field extends string, const Value extends FilterScalar>(
  field: Field,
  value: Value,
) => Filter<[Field, Operator, Written<Value>]>;

type CompareList<Operator extends string> = <const Field extends string, const Value extends FilterScalar>(
  field: Field,
  values: readonly Value[],
) => Filter<[Field, Operator, Written<Value>[]]>;

type TermsIn<Built> = Built extends FilterSpec<infer Terms> ? Exclude<Terms, undefined> : never;

/** The functions of {@link filter}. */
export interface FilterBuilder {
  equals: Compare<"equals">;
  contains: Compare<"contains">;
  startsWith: Compare<"starts-with">;
  endsWith: Compare<"ends-with">;
  greaterThan: Compare<"greater-than">;
  greaterOrEqual: Compare<"greater-or-equal">;
  lessThan: Compare<"less-than">;
  lessOrEqual: Compare<"less-or-equal">;
  /** The field holds anything at all. */
  has<const Field extends string>(field: Field): Filter<[Field, "has", null]>;
  /** Equals one of the values. */
  any: CompareList<"any">;
  /** All of them hold. */
  and<Filters extends readonly Filter<unknown>[]>(...filters: Filters): Filter<TermsIn<Filters[number]>>;
}

function compare(operator: string) {
  return (field: string, value: FilterScalar | readonly FilterScalar[]): never =>
    `${operator}(${field},${literal(value)})` as never;
}

/** A value in the filter grammar: strings quoted, with a backslash before quotes and backslashes. */
function literal(value: FilterScalar | readonly FilterScalar[]): string {
  if (typeof value === "string") return `"${value.replace(/["\\]/g, "\\$&")}"`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? `[${value.map(literal)}]` : String(value);
}

/**
 * Builds filter strings. Field, operator and value are checked where the filter is used, against what the document says
 * of that operation.
 *
 * @example
 * ```ts
 * import { createClient, filter } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * await klaviyo.GET("/api/catalog-items", {
 *   params: { query: { filter: filter.and(filter.contains("title", "shirt"), filter.equals("published", true)) } },
 * });
 * ```
 */
export const filter: FilterBuilder = {
  equals: /* @__PURE__ */ compare("equals"),
  contains: /* @__PURE__ */ compare("contains"),
  startsWith: /* @__PURE__ */ compare("starts-with"),
  endsWith: /* @__PURE__ */ compare("ends-with"),
  greaterThan: /* @__PURE__ */ compare("greater-than"),
  greaterOrEqual: /* @__PURE__ */ compare("greater-or-equal"),
  lessThan: /* @__PURE__ */ compare("less-than"),
  lessOrEqual: /* @__PURE__ */ compare("less-or-equal"),
  any: /* @__PURE__ */ compare("any"),
  has: (field) => `has(${field})` as never,
  and: (...filters) => filters.join(",") as never,
};
