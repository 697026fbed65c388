import type { Kind } from "../catalog/kind.ts";
import type { Sequenced } from "../catalog/ordered-index.ts";
import type { ResourceInput } from "../catalog/resource-input.ts";

// The API's descriptions state the first two, its schemas do not; how long a job can be read is stated nowhere.
export const recordsPerJob = 100;
export const jobsInProgress = 500;
/** Milliseconds from a job's submission. */
export const jobLifetime: number = 7 * 24 * 60 * 60 * 1_000;

/** How long a job takes, in milliseconds of the mock's clock; its records are worked off evenly. */
export interface Pace {
  /** Time before work begins. @default 200 */
  queued: number;
  /** Time from the first record to the last. @default 800 */
  processing: number;
}

export const defaultPace: Pace = { queued: 200, processing: 800 };

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

/** When something happens to a job next: its work begins, or its next record is written, in milliseconds since the epoch. */
export function nextMoment({ status, created, pace, done, records }: Job): number {
  const begin = created + pace.queued;
  return status === "queued" ? begin : begin + (pace.processing * (done + 1)) / records.length;
}
