import type { RecordType } from "../catalog/attributes.ts";
import type { Place, Problem } from "../catalog/place.ts";

/** A record as a file has it: nothing of it has been checked. */
export interface Entry {
  type: RecordType;
  /** By the API's names, and `external_id`, `item`, `categories`, `delete`; what is `undefined` is not there. */
  values: Readonly<Record<string, unknown>>;
  /** Where the entry stands, or one of its values. */
  at: (field?: string) => Place;
}

/** What a reader makes of a file. */
export interface Entries {
  entries: Entry[];
  problems: Problem[];
  /** Whether the file is what another run has left over, and so not a whole catalog. */
  leftover?: boolean;
}
