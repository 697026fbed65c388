import type { OperationFragment } from "../fragment.ts";
import { invalid } from "../http/refusals.ts";
import { checkFilter } from "./check-filter.ts";
import { FilterSyntaxError } from "./filter-syntax-error.ts";
import type { FilterTerm } from "./filter-term.ts";
import { parseFilter } from "./parse-filter.ts";

const source = { parameter: "filter" };

/**
 * A `filter` parameter as terms that the operation allows.
 *
 * @throws {Refusal} 400 with the position of what is wrong
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
