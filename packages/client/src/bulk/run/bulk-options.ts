import type { Clock } from "../../basics/clock.ts";
import type { Checkpoint } from "../../checkpoint/checkpoint.ts";
import type { BulkProgress } from "../records/bulk-outcome.ts";

/** Options of {@link bulk}. */
export interface BulkOptions {
  /**
   * Lets a next run with the same source go on where this one has ended, whatever ended it: `fileCheckpoint` of
   * `@org/client/node`, or your own. It belongs to one account: with the key of another, nothing would be sent again.
   * @default none: a run that ends early cannot go on
   */
  checkpoint?: Checkpoint | undefined;
  /** `completion`: outcomes come as they are known; `input`: in the order of the source. @default "completion" */
  order?: "completion" | "input" | undefined;
  /** Milliseconds that a record waits for others to fill its job. @default 1000 */
  flushInterval?: number | undefined;
  /** Jobs in progress at a time, from 1 to the API's 500. What others run counts against the same 500. @default 500 */
  jobsInProgress?: number | undefined;
  /** How many records the source has, for `remaining`. */
  total?: number | undefined;
  /** Told whenever a job was accepted, and whenever all outcomes that are there were taken. */
  onProgress?: ((progress: BulkProgress) => unknown) | undefined;
  /** Stops reading and submitting at once; what is open is settled within `timeout`. */
  signal?: AbortSignal | null | undefined;
  /** Milliseconds for settling what is open once the run has to end early. @default 30_000 */
  timeout?: number | undefined;
  /** @default the client's */
  clock?: Clock | undefined;
}
