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
  const { single = [], list = [] } = filter.operators;
  if (single.includes(term.operator)) {
    return fits(term.value, filter.value)
      ? undefined
      : `${term.operator}(${term.field}) ${at} takes ${name(filter.value)}.`;
  }
  if (list.includes(term.operator)) {
    const ok = Array.isArray(term.value) && term.value.length > 0 && term.value.every((one) => fits(one, filter.value));
    return ok
      ? undefined
      : `${term.operator}(${term.field}) ${at} takes a list of ${name(filter.value)}, e.g. ["a","b"].`;
  }
  return `'${term.operator}' ${at} does not apply to '${term.field}'; expected one of ${[...single, ...list].join(", ")}.`;
}

function fits(value: FilterValue, schema: Schema): boolean {
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.type === "integer") return Number.isInteger(value);
  return schema.type === undefined || typeof value === schema.type;
}

function name(schema: Schema): string {
  return schema.enum ? `one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}` : `a ${schema.type}`;
}
