import { type Clock, sleep, systemClock } from "../basics/clock.ts";
import { retryAfter } from "../basics/retry-after.ts";
import type { Policy } from "./policy.ts";

/** What `onRetry` is told, before the wait. */
export interface RetryEvent {
  method: string;
  url: string;
  /** The attempt that failed, from 1. */
  attempt: number;
  /** Milliseconds until the next one. */
  delay: number;
  /** What it failed with: an answer, or what `fetch` threw. */
  reason: Response | Error;
}

/** Options of {@link retry}. */
export interface RetryOptions {
  /** Attempts in all. @default 5 */
  attempts?: number;
  /**
   * Methods that may be repeated although the server may have done what they ask. Any method is repeated after a 429,
   * and after a 503 with `Retry-After`: then it did nothing. @default ["GET", "PUT", "PATCH", "DELETE"]
   */
  methods?: readonly string[];
  /** Milliseconds; the wait is random between 0 and `baseDelay * 2 ** (attempt - 1)`. @default 500 */
  baseDelay?: number;
  /** Milliseconds; a `Retry-After` beyond it is not waited for. @default 120_000 */
  maxDelay?: number;
  /** Retries without `Retry-After`: how many at once, and how many more per successful call. @default { size: 20, ratio: 0.1 } */
  budget?: { size: number; ratio: number };
  onRetry?: (event: RetryEvent) => void;
  clock?: Clock;
  /** @default Math.random */
  random?: () => number;
}

/**
 * Sends a request again when that can help: after 429, 503 with `Retry-After`, and, for methods that may be repeated,
 * 500, 502, 503, 504, a broken connection or a timeout. It waits what `Retry-After` says, or else exponentially longer
 * with full jitter. Never after an abort.
 *
 * @example
 * ```ts
 * import { createClient } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…", retry: { attempts: 3 } });
 * ```
 */
export function retry({
  attempts = 5,
  methods = ["GET", "PUT", "PATCH", "DELETE"],
  baseDelay = 500,
  maxDelay = 120_000,
  budget: { size, ratio } = { size: 20, ratio: 0.1 },
  onRetry,
  clock = systemClock,
  random = () => Math.random(),
}: RetryOptions = {}): Policy {
  let tokens = size;

  /** Milliseconds to wait before the next attempt; `undefined` when it would not help. */
  const delayAfter = (attempt: number, method: string, response: Response | undefined): number | undefined => {
    const { status, headers } = response ?? {};
    const asked = [429, 503].includes(status as number) ? retryAfter(headers) : undefined;
    if (asked !== undefined) return asked;
    const repeatable = methods.includes(method) && [undefined, 500, 502, 503, 504].includes(status);
    if ((!repeatable && status !== 429) || tokens < 1) return undefined;
    tokens--;
    return random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
  };

  return (next) => async (url, init) => {
    const { method, signal } = init;
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= attempts;
      let response: Response | undefined;
      let error: unknown;
      try {
        response = await next(url, attempt > 1 ? { ...init, attempt } : init);
        if (response.ok) {
          tokens = Math.min(size, tokens + ratio);
          return response;
        }
      } catch (thrown) {
        error = thrown;
      }
      const delay = last || signal?.aborted ? undefined : delayAfter(attempt, method, response);
      if (delay === undefined || delay > maxDelay) {
        if (response) return response;
        throw error;
      }
      onRetry?.({ method, url, attempt, delay, reason: response ?? (error as Error) });
      // not awaited: where somebody holds a clone, this settles only with it
      response?.body?.cancel().catch(() => {});
      await sleep(delay, signal, clock);
    }
  };
}
