/** A value as written in a filter. Dates stand unquoted and are kept as their text. */
export type FilterValue = string | number | boolean | null | readonly FilterValue[];

/** One `operator(field,value)` or `operator(field)`; a filter is a list of them, all of which must hold. */
export interface FilterTerm {
  operator: string;
  field: string;
  /** Not given by an operator that only names a field, such as `has(media)`. */
  value?: FilterValue;
  /** Where the term begins, in characters from 0. */
  position: number;
}

/** A filter that does not follow the grammar: what was expected, and where. */
export class FilterSyntaxError extends Error {
  override readonly name = "FilterSyntaxError";
  /** Characters from the beginning of the filter, counted from 0. */
  readonly position: number;

  constructor(expected: string, text: string, position: number) {
    const found = position < text.length ? `'${text[position]}'` : "the end of the filter";
    super(`Expected ${expected} at position ${position}, found ${found}.`);
    this.position = position;
  }
}

const name = /[A-Za-z_][\w.-]*/y;
const date = /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const keyword = /(?:true|false|null)\b/y;
/** Lists in lists are read, though no operation takes them; thousands would be more than the stack holds. */
const deepest = 16;
const keywords: Record<string, boolean | null> = { true: true, false: false, null: null };

/**
 * Reads a filter: terms `operator(field,value)` or `operator(field)` separated by commas. A value is a string in single or double quotes
 * (a backslash takes the next character literally), a number, `true`, `false`, `null`, a date, or a list of values
 * in brackets. Whether an operation knows the field and the operator is not the grammar's business.
 *
 * @throws {FilterSyntaxError} with the position of the first character that does not fit
 *
 * @example
 * ```ts
 * import { parseFilter } from "@org/mock";
 *
 * const [term] = parseFilter('contains(title,"shirt"),equals(published,true)');
 * console.log(term?.operator, term?.field, term?.value); // contains title shirt
 * ```
 */
export function parseFilter(text: string): FilterTerm[] {
  let position = 0;
  let depth = 0;

  const fail = (expected: string): never => {
    throw new FilterSyntaxError(expected, text, position);
  };
  const skipSpaces = () => {
    while (text[position] === " ") position++;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    position += found?.length ?? 0;
    return found;
  };
  const expectCharacter = (character: string) => {
    skipSpaces();
    if (text[position] !== character) fail(`'${character}'`);
    position++;
    skipSpaces();
  };

  const parseString = (quote: string): string => {
    let value = "";
    position++;
    while (text[position] !== quote) {
      if (text[position] === "\\") position++;
      if (position >= text.length) fail(`the closing ${quote}`);
      value += text[position++];
    }
    position++;
    return value;
  };
  const parseList = (): FilterValue[] => {
    const values: FilterValue[] = [];
    if (++depth > deepest) fail(`at most ${deepest} lists in one another`);
    expectCharacter("[");
    while (text[position] !== "]") {
      if (values.length > 0) expectCharacter(",");
      values.push(parseValue());
      skipSpaces();
      if (text[position] !== "]" && text[position] !== ",") fail("',' or ']'");
    }
    position++;
    depth--;
    return values;
  };
  const parseValue = (): FilterValue => {
    const first = text[position];
    if (first === '"' || first === "'") return parseString(first);
    if (first === "[") return parseList();
    const word = match(keyword);
    if (word !== undefined) return keywords[word] ?? null;
    const digits = match(date);
    if (digits !== undefined) return digits;
    const numeral = match(number);
    if (numeral !== undefined) return Number(numeral);
    return fail("a value: a quoted string, a number, true, false, null, a date or a list in brackets");
  };
  const parseTerm = (): FilterTerm => {
    const start = position;
    const operator = match(name) ?? fail("an operator");
    expectCharacter("(");
    const field = match(name) ?? fail("a field");
    skipSpaces();
    if (text[position] === ")") {
      position++;
      return { operator, field, position: start };
    }
    if (text[position] !== ",") fail("',' or ')'");
    expectCharacter(",");
    const value = parseValue();
    expectCharacter(")");
    return { operator, field, value, position: start };
  };

  skipSpaces();
  const terms = [parseTerm()];
  while (position < text.length) {
    expectCharacter(",");
    terms.push(parseTerm());
  }
  return terms;
}
