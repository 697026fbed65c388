import type { RecordType } from "../catalog/attributes.ts";
import type { Place } from "../catalog/place.ts";

/** A record as a file has it: nothing of it has been checked. */
export interface Entry {
  type: RecordType;
  /** By the API's names, and `external_id`, `item`, `categories`, `delete`; what is `undefined` is not there. */
  values: Readonly<Record<string, unknown>>;
  /** Attributes that a new record gets where `values` says nothing; one that exists keeps its own. */
  defaults?: Readonly<Record<string, unknown>>;
  /** Where the entry stands, or one of its values. */
  at: (field?: string) => Place;
  /** Whether another run has left the entry over, so that its file is not a whole catalog. */
  leftover?: boolean;
  /** The input that it was left over from, if the file says so. */
  source?: string | undefined;
  /** What to do when the same id is there twice. */
  advice?: string;
}
