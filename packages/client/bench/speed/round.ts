/** What a contender is told: how many calls, and how many of them at a time. */
export interface Round {
  calls: number;
  concurrency: number;
}

/** What one round cost. */
export interface Cost {
  /** Requests per second. */
  rate: number;
  /** Milliseconds of CPU time a call, of all threads. */
  cpu: number;
}
