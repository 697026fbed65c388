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
