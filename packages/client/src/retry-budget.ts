/** Limits retries to a share of the calls, so that an outage is not answered with a multiple of the load. */
export interface RetryBudget {
  /** Takes the price of a retry; false when it cannot be paid. */
  spend(): boolean;
  /** Pays in for a call that succeeded. */
  earn(): void;
}

/** A token bucket: full at first, one token a retry, `ratio` of a token back for every success. */
export function retryBudget(size: number, ratio: number): RetryBudget {
  let tokens = size;
  return {
    spend() {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    earn() {
      tokens = Math.min(size, tokens + ratio);
    },
  };
}
