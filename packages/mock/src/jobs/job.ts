import type { Kind } from "../state/kind.ts";
import type { Sequenced } from "../state/ordered-index.ts";
import type { ResourceInput } from "../writes/resource-input.ts";
import type { Pace } from "./pace.ts";

export type Action = "create" | "update" | "delete";
export type JobStatus = "queued" | "processing" | "complete" | "cancelled";

/** One of the nine kinds of jobs. */
export interface JobFamily {
  readonly kind: Kind;
  readonly action: Action;
}

export interface JobError {
  id: string;
  code: string;
  title: string;
  detail: string;
  source: { pointer: string };
}

export interface Job extends Sequenced, JobFamily {
  readonly id: string;
  readonly records: readonly ResourceInput[];
  readonly pace: Pace;
  /** Milliseconds since the epoch, as are the other times. */
  readonly created: number;
  readonly expires: number;
  ended?: number;
  status: JobStatus;
  /** Records worked off, whether they succeeded or not. */
  done: number;
  failed: number;
  errors: JobError[];
  /** Ids of the records that succeeded. */
  succeeded: string[];
}

/** The JSON:API type, e.g. `catalog-item-bulk-create-job`. */
export function jobType({ kind, action }: JobFamily): string {
  return `catalog-${kind}-bulk-${action}-job`;
}
