import type { JobAction } from "./bulk-record.ts";
import type { Entry } from "./entry.ts";

/** Records that are sent in one job. */
export interface Chunk {
  readonly number: number;
  readonly action: JobAction;
  /** In the order of the request, which is what an error's pointer counts; `undefined` where a record has moved on. */
  entries: (Entry | undefined)[];
  /** When it was sent, in the API's time: milliseconds since 1970. */
  at?: number | undefined;
  /** The id of its job, once the API has answered with one. */
  job?: string | undefined;
  /** Whether it was sent again although nobody knows that no earlier job has done its work. */
  again?: boolean | undefined;
}

/** The records of a chunk that have not moved on. */
export function entriesOf({ entries }: Pick<Chunk, "entries">): Entry[] {
  return entries.filter((entry) => entry !== undefined);
}
