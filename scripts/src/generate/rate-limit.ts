export interface RateLimit {
  /** Requests a second. */
  burst?: number;
  /** Requests a minute. */
  steady?: number;
  /** Requests a day. */
  daily?: number;
}

/** `{ burst: "350/s", steady: "3500/m" }` as numbers. */
export function parseRateLimit(limit: { burst?: string; steady?: string; daily?: string } | undefined): RateLimit {
  const parsed: RateLimit = {};
  for (const window of ["burst", "steady", "daily"] as const) {
    const text: unknown = limit?.[window];
    const count = typeof text === "string" ? Number.parseInt(text, 10) : 0;
    if (count > 0) parsed[window] = count;
  }
  return parsed;
}
