import type { RateLimitFragment } from "../fragment.ts";
import { Refusal } from "../http/refusal.ts";
import type { Windows } from "./windows.ts";

/**
 * Counts a request and tells the headers its answer carries.
 *
 * @throws {Refusal} 429
 */
export function takeFromWindows(
  windows: Windows,
  operationId: string,
  limits: RateLimitFragment,
  now: number,
): Record<string, string> {
  const { wait, steady } = windows.take(operationId, limits, now);
  if (wait > 0) throw throttled(Math.ceil(wait / 1_000));
  return {
    "ratelimit-limit": String(steady.limit),
    "ratelimit-remaining": String(steady.remaining),
    "ratelimit-reset": String(steady.reset),
  };
}

/** The API's 429: `Retry-After` in whole seconds takes the place of the `RateLimit-*` headers. */
export function throttled(seconds: number): Refusal {
  const unit = seconds === 1 ? "second" : "seconds";
  return new Refusal(
    429,
    [
      {
        code: "throttled",
        title: "Request was throttled.",
        detail: `Too many requests for this operation. Expected available in ${seconds} ${unit}.`,
        source: { pointer: "/data" },
      },
    ],
    { "retry-after": String(seconds) },
  );
}
