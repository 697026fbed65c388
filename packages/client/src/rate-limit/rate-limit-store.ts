/** What an operation's account may do. */
export interface RateLimits {
  /** Calls in any second. @default no limit */
  readonly burst?: number | undefined;
  /** Calls in any minute. @default no limit */
  readonly steady?: number | undefined;
}

/** How a call that had a permit has ended. */
export interface CallEnd {
  /** Of the answer, if there was one. */
  readonly status?: number | undefined;
  /** Of the answer, if there was one. */
  readonly headers?: Pick<Headers, "get"> | undefined;
  /** `false`: the call was never sent, and has used nothing of the limits. @default true */
  readonly sent?: boolean | undefined;
}

/** Lets one call be sent. */
export interface Permit {
  /** Says that the call has ended, and how; the store learns from it. Without an answer the server may have counted it. */
  release(end?: CallEnd): void;
}

/** Remembers what has been used of an account's limits; one store may serve several clients, or several processes. */
export interface RateLimitStore {
  /**
   * A permit for one call, or the number of milliseconds, more than 0, to wait before asking again.
   *
   * @param operation the same for all revisions of the API: method and path without the names of parameters and a slash
   * at the end, as `GET /api/catalog-items/{}`
   */
  take(operation: string, limits: RateLimits): Permit | number | Promise<Permit | number>;
}

/** Whether a store's answer is a permit. */
export function isPermit(answer: unknown): answer is Permit {
  return typeof (answer as Permit | undefined)?.release === "function";
}
