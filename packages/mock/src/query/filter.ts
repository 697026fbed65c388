import { invalid } from "../fragment/api-problem.ts";
import type { FilterFragment, OperationFragment, Schema } from "../fragment/fragment.ts";
import { FilterSyntaxError, type FilterTerm, type FilterValue, parseFilter } from "./parse-filter.ts";

const source = { parameter: "filter" };

/**
 * A `filter` parameter as terms that the operation allows.
 *
 * @throws {ApiProblem} 400 with the position of what is wrong
 */
export function readFilter(text: string, { filters = {} }: OperationFragment): FilterTerm[] {
  const terms = parse(text);
  for (const term of terms) {
    const wrong = checkFilter(term, filters);
    if (wrong !== undefined) throw invalid(wrong, source);
  }
  return terms;
}

function parse(text: string): FilterTerm[] {
  try {
    return parseFilter(text);
  } catch (error) {
    throw error instanceof FilterSyntaxError ? invalid(error.message, source) : error;
  }
}

/**
 * What is wrong with a term for this operation, or nothing. Fields, operators and types are the ones the fragment
 * gives in `x-klaviyo-filters`.
 */
export function checkFilter(term: FilterTerm, filters: Readonly<Record<string, FilterFragment>>): string | undefined {
  const at = `at position ${term.position}`;
  const filter = Object.hasOwn(filters, term.field) ? filters[term.field] : undefined;
  if (filter === undefined) {
    return `'${term.field}' ${at} cannot be filtered on; expected one of ${Object.keys(filters).join(", ")}.`;
  }
  const { operators, value: schema = {} } = filter;
  const { single = [], list = [], none = [] } = operators;
  const { operator, field, value } = term;
  const takes = (what: string) => `${operator}(${field}) ${at} takes ${what}.`;
  if (none.includes(operator)) return value === undefined ? undefined : takes("no value");
  if (single.includes(operator)) return fits(value, schema) ? undefined : takes(name(schema));
  if (list.includes(operator)) {
    const ok = Array.isArray(value) && value.length > 0 && value.every((one) => fits(one, schema));
    return ok ? undefined : takes(`a list of ${name(schema)}, e.g. ["a","b"]`);
  }
  return `'${operator}' ${at} does not apply to '${field}'; expected one of ${[...single, ...list, ...none].join(", ")}.`;
}

function fits(value: FilterValue | undefined, schema: Schema): boolean {
  if (value === undefined) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.type === "integer") return Number.isInteger(value);
  return schema.type === undefined || typeof value === schema.type;
}

function name(schema: Schema): string {
  return schema.enum
    ? `one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}`
    : `a ${schema.type ?? "value"}`;
}
