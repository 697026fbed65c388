import type { Direction, OrderedIndex, Sequenced } from "../catalog/ordered-index.ts";
import type { Cursor } from "./cursor.ts";

export interface PageOptions<T> {
  direction: Direction;
  size: number;
  cursor?: Cursor;
  matches?: (entry: T) => boolean;
}

export interface Page<T> {
  entries: T[];
  next?: Cursor;
  prev?: Cursor;
}

/** One page of an index, read from the cursor on: the cost is that of the page, not of the list. */
export function takePage<T extends Sequenced>(index: OrderedIndex<T>, options: PageOptions<T>): Page<T> {
  const { direction, size, cursor, matches = () => true } = options;
  const backwards = cursor?.side === "before";
  const entries: T[] = [];
  let more = false;
  for (const entry of index.walk(backwards ? opposite[direction] : direction, cursor?.seq)) {
    if (!matches(entry)) continue;
    more = entries.length === size;
    if (more) break;
    entries.push(entry);
  }
  if (backwards) entries.reverse();
  const first = entries[0];
  const last = entries.at(-1);
  const page: Page<T> = { entries };
  if (last && (more || backwards)) page.next = { side: "after", seq: last.seq };
  if (first && (backwards ? more : cursor)) page.prev = { side: "before", seq: first.seq };
  return page;
}

const opposite = { ascending: "descending", descending: "ascending" } as const;
