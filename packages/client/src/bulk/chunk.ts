import type { JobAction } from "./bulk-record.ts";
import type { Entry } from "./entry.ts";

/** Records that are sent in one job. */
export interface Chunk {
  readonly number: number;
  readonly action: JobAction;
  /** In the order of the request, which is what an error's pointer counts; `undefined` where a record has moved on. */
  entries: (Entry | undefined)[];
  /** When it was first sent, in the API's time: milliseconds since 1970. */
  at?: number;
  /** The id of its job, once the API has answered with one. */
  job?: string;
  /** Whether it was sent again after an answer was lost: then an earlier job may have done its work. */
  again?: boolean;
}

/** The records of a chunk that have not moved on. */
export function entriesOf({ entries }: Pick<Chunk, "entries">): Entry[] {
  return entries.filter((entry) => entry !== undefined);
}
