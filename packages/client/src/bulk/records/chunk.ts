import type { BulkError } from "./bulk-outcome.ts";
import type { JobAction } from "./bulk-record.ts";

/** A record in the shape of the document. */
export interface Resource {
  type: string;
  id?: string;
  attributes?: Record<string, unknown>;
  relationships?: Record<string, { data?: { id?: unknown } | null } | undefined>;
}

/** A record on its way through a run. */
export interface Entry {
  readonly index: number;
  readonly record: unknown;
  readonly id: string | undefined;
  readonly resource: Resource;
  /** Bytes of its JSON. */
  readonly size: number;
  /** Tells whether a source gives the same record again: 31 bits, which V8 keeps without an object. */
  readonly hash: number;
  /** Why it is not sent. */
  readonly error: BulkError | undefined;
  /** The job that it is in. */
  chunk: Chunk | undefined;
  /** Whether an upsert has found it on the other side than it was thought to be. */
  switched: boolean;
}

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
  /** When it was sent, if its job was found by looking and may be one of another run that has sent the same records before. */
  foreign?: number | undefined;
  /** Whether it was sent again although nobody knows that no earlier job has done its work. */
  again?: boolean | undefined;
}

/** The records of a chunk that have not moved on. */
export function entriesOf({ entries }: Pick<Chunk, "entries">): Entry[] {
  return entries.filter((entry) => entry !== undefined);
}
