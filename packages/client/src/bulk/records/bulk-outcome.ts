/** Why a record has failed, or why nothing can be said about it. */
export interface BulkError {
  /** For programs: a code of the API's such as `duplicate_resource`, or one of this client's, listed at {@link BulkOutcome}. */
  code: string;
  title?: string | undefined;
  /** What exactly is wrong. */
  detail: string;
  /** Where in the record, as a JSON pointer into the document's shape of it: `/attributes/price`. */
  pointer?: string | undefined;
}

/**
 * What has become of one record. Codes that the client gives itself: `invalid_record`, `record_too_large` and
 * `duplicate_in_run` for records that are not sent; `job_cancelled`; and, with the status `unknown`, `not_sent` and
 * `not_settled` when the run ended early, and `not_reported` when the API does not tell.
 */
export interface BulkOutcome<Given> {
  /** The record as the source gave it. */
  record: Given;
  /** Its place in the source, from 0. */
  index: number;
  /** `unknown` is never a guess: nobody could find out, or the run ended before. */
  status: "done" | "failed" | "unknown";
  /** The id of the record in the catalog, where it is known. */
  id?: string | undefined;
  /** Present unless the status is `done`. */
  error?: BulkError | undefined;
}

/** Equal errors of a run. */
export interface BulkErrorGroup {
  code: string;
  detail: string;
  pointer?: string | undefined;
  count: number;
  /** The first record that had it. */
  example: { index: number; id?: string | undefined };
}

/** What a run has done, with what its checkpoint knows of earlier attempts. */
export interface BulkSummary {
  /** Records read from the source. */
  read: number;
  done: number;
  failed: number;
  unknown: number;
  /** The most frequent first; at most 100 kinds are told apart, and the rest are counted as `other`. */
  errors: BulkErrorGroup[];
  /** Milliseconds. */
  duration: number;
  recordsPerMinute: number;
  /** Calls of the API, retries within a call not counted. */
  calls: number;
}

/** How far a run is. */
export interface BulkProgress {
  /** Records read from the source. */
  read: number;
  /** Records in jobs that the API has accepted. */
  submitted: number;
  done: number;
  failed: number;
  unknown: number;
  jobsOpen: number;
  recordsPerMinute: number;
  /** Milliseconds, when the total is known and something has been done. */
  remaining?: number | undefined;
}
