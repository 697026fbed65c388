import type { Clock } from "../basics/clock.ts";
import type { Policy } from "./policy.ts";
import { timeLimit } from "./time-limit.ts";

/** Options of {@link timeout}. */
export interface TimeoutOptions {
  /** Milliseconds until the headers of the answer must be here. @default 30_000 */
  ms?: number;
  clock?: Clock;
}

/**
 * Gives up an attempt with a `TimeoutError` when no answer comes. Inside `retry` it limits each attempt, outside all of
 * them together.
 *
 * @example
 * ```ts
 * import { timeout } from "@org/client";
 *
 * const policy = timeout({ ms: 5_000 });
 * ```
 */
export function timeout({ ms = 30_000, clock }: TimeoutOptions = {}): Policy {
  return (next) => (url, init) =>
    timeLimit(ms, init.signal, (signal) => next(url, { ...init, signal: signal as AbortSignal | null }), clock);
}
