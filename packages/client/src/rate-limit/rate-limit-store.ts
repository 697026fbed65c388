/** What an operation's account may do. */
export interface RateLimits {
  /** Calls in any second. */
  readonly burst: number;
  /** Calls in any minute. */
  readonly steady: number;
}

/** A call that was let through; what is learned from its answer goes to `settle`. */
export interface Passage {
  /** Tells how the call ended: with this answer, or with none. */
  settle(answer?: Partial<Pick<Response, "status" | "headers">>): void;
}

/** Remembers what has been used of an account's limits; one store may serve several processes. */
export interface RateLimitStore {
  /** Lets one call of the operation through, or says in how many milliseconds to ask again. */
  take(operation: string, limits: RateLimits): Passage | number | Promise<Passage | number>;
}
