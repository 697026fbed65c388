declare const terms: unique symbol;

/** Marks a filter string with the terms it is made of; only the compiler sees it. */
export interface FilterSpec<Terms> {
  readonly [terms]?: Terms;
}

/** Every `[field, operator, value]` of a path's entry in the generated `filters`. */
export type TermsOf<Filters> = {
  [Field in keyof Filters]: {
    [Operator in keyof Filters[Field]]: [Field, Operator, Filters[Field][Operator]];
  }[keyof Filters[Field]];
}[keyof Filters];

/** A filter string that knows its terms, so that a call can refuse those its operation lacks. */
export type Filter<Terms> = string & FilterSpec<Terms>;
