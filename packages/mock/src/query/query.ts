import type { Direction } from "../state/ordered-index.ts";
import type { Cursor } from "./cursor.ts";
import type { FilterTerm } from "./filter-term.ts";

/** The query parameters of a request, checked and in the form the handlers need. */
export interface Query {
  /** Relationship names, e.g. `variants`. */
  include: ReadonlySet<string>;
  /** Attribute names by resource type; a type without an entry is sent whole. */
  fields: ReadonlyMap<string, ReadonlySet<string>>;
  filter: readonly FilterTerm[];
  direction: Direction;
  cursor?: Cursor;
  size: number;
}

/** The largest page, and the only size of revisions without `page[size]`. */
export const defaultPageSize = 100;
