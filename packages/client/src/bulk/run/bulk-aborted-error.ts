/** What a {@link BulkAbortedError} is made from. */
export interface BulkAbortedErrorOptions {
  /** Records that were read from the source. */
  read: number;
  /** Those of them with the outcome `unknown` because the run has ended. */
  unsettled: number;
  /** Whether a next run can go on. */
  hasCheckpoint: boolean;
  /** What the signal aborted with. */
  cause: unknown;
}

/** A run of `bulk` was stopped by its signal; its message says how to go on. */
export class BulkAbortedError extends Error {
  override readonly name = "AbortError";
  declare readonly read: number;
  declare readonly unsettled: number;

  constructor({ read, unsettled, hasCheckpoint, cause }: BulkAbortedErrorOptions) {
    const next = hasCheckpoint
      ? "Run it again with the same checkpoint and source to go on."
      : "Without a checkpoint a next run begins anew; leave out the records that are done.";
    super(`The run was stopped after ${read} records were read, of which ${unsettled} are not settled. ${next}`, {
      cause,
    });
    Object.assign(this, { read, unsettled });
  }
}
