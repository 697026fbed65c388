/** A value as written in a filter. Dates stand unquoted and are kept as their text. */
export type FilterValue = string | number | boolean | null | readonly FilterValue[];

/** One `operator(field,value)`; a filter is a list of them, all of which must hold. */
export interface FilterTerm {
  operator: string;
  field: string;
  value: FilterValue;
  /** Where the term begins, in characters from 0. */
  position: number;
}
