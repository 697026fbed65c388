/** How long a call may take, in milliseconds. `Infinity` is no limit. */
export interface Timeouts {
  /** For one attempt, until its whole answer is here: a body that stalls counts. @default 30_000 */
  attempt?: number | undefined;
  /** For the whole call, with its attempts and everything that it waits for. @default no limit */
  call?: number | undefined;
}

/** How failed attempts are repeated. */
export interface RetrySettings {
  /** Attempts in all. @default 5 */
  attempts?: number | undefined;
  /**
   * Methods that may be repeated although the server may have done what they ask. Any method is repeated after a 429,
   * after a 503 with `Retry-After`, and when no connection could be made: then the server did nothing.
   * @default ["GET", "PUT", "PATCH", "DELETE"]
   */
  methods?: readonly string[] | undefined;
  /** Milliseconds; the wait is random between 0 and `baseDelay * 2 ** (attempt - 1)`. @default 500 */
  baseDelay?: number | undefined;
  /** Milliseconds; a `Retry-After` beyond it is not waited for. @default 120_000 */
  maxDelay?: number | undefined;
}

/** What a caller says for one call instead of what the client's options say. */
export interface CallSettings {
  timeout?: Timeouts | number | undefined;
  retry?: RetrySettings | false | undefined;
  /** Names of headers, in lower case, that the caller took away: no policy sets them. */
  removedHeaders?: readonly string[] | undefined;
}

/** Milliseconds that an attempt may take unless somebody says another time. */
export const defaultAttemptTime = 30_000;

/** The limits behind an option; a number is the time of an attempt. */
export function timeoutsOf(timeout: Timeouts | number | undefined): Timeouts {
  return typeof timeout === "number" ? { attempt: timeout } : (timeout ?? {});
}
