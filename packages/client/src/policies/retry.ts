import { ConnectionError } from "../answers/connection-error.ts";
import { callHook } from "../basics/call-hook.ts";
import { type Clock, sleep, systemClock } from "../basics/clock.ts";
import { retryAfter } from "../basics/retry-after.ts";
import type { RetrySettings } from "./call-settings.ts";
import type { Policy } from "./policy.ts";
import { isTransient } from "./transient.ts";

/** What `onRetry` is told, before the wait. */
export interface RetryEvent {
  method: string;
  url: string;
  /** The attempt that failed, from 1. */
  attempt: number;
  /** Milliseconds until the next one. */
  delay: number;
  /** What it failed with: an answer, a `ConnectionError`, or a `TimeoutError`. */
  reason: Response | Error;
}

/** Options of {@link retry}. */
export interface RetryOptions extends RetrySettings {
  /** Retries without `Retry-After`: how many at once, and how many more per successful call. @default { size: 20, ratio: 0.1 } */
  budget?: { size: number; ratio: number } | undefined;
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  clock?: Clock | undefined;
  /** @default Math.random */
  random?: (() => number) | undefined;
}

/**
 * Sends a request again when that can help: after 429, 503 with `Retry-After`, a connection that could not be made, and,
 * for methods that may be repeated, 500, 502, 503, 504, a broken connection or a timeout. It waits what `Retry-After`
 * says, or else exponentially longer with full jitter. Never after an abort, and never after what a hook, another policy
 * or a token function throws.
 *
 * @example
 * ```ts
 * import { createClient } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…", retry: { attempts: 3 } });
 * ```
 */
export function retry({
  budget: { size, ratio } = { size: 20, ratio: 0.1 },
  onRetry,
  clock = systemClock,
  random = () => Math.random(),
  ...options
}: RetryOptions = {}): Policy {
  const client = settingsOf(options, standard);
  let tokens = size;

  /** Milliseconds to wait before the next attempt; `undefined` when it would not help. */
  const delayAfter = (failed: Failed, { methods, baseDelay, maxDelay }: Settings): number | undefined => {
    const { method, attempt, response, error } = failed;
    const { status = 0, headers } = response ?? {};
    const asked = [429, 503].includes(status) ? retryAfter(headers) : undefined;
    if (asked !== undefined) return asked;
    const undone = status === 429 || (error instanceof ConnectionError && error.neverSent);
    const repeatable = undone || (methods.includes(method) && (!response || [500, 502, 503, 504].includes(status)));
    if (!repeatable || tokens < 1) return undefined;
    tokens--;
    return random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
  };

  return (next) => async (url, init) => {
    const { method, signal } = init;
    const own = init.settings?.retry;
    if (own === false) return next(url, init);
    const settings = own ? settingsOf(own, client) : client;
    for (let attempt = 1; ; attempt++) {
      let response: Response | undefined;
      let error: unknown;
      try {
        response = await next(url, attempt > 1 ? { ...init, attempt } : init);
        if (response.ok) {
          tokens = Math.min(size, tokens + ratio);
          return response;
        }
      } catch (thrown) {
        if (!isTransient(thrown)) throw thrown;
        error = thrown;
      }
      const possible = attempt < settings.attempts && !signal?.aborted;
      const delay = possible ? delayAfter({ method, attempt, response, error }, settings) : undefined;
      if (delay === undefined || delay > settings.maxDelay) {
        if (response) return response;
        throw error;
      }
      callHook(onRetry, { method, url, attempt, delay, reason: response ?? (error as Error) });
      await sleep(delay, signal, clock);
    }
  };
}

interface Failed {
  method: string;
  attempt: number;
  response: Response | undefined;
  error: unknown;
}

type Settings = { [Name in keyof RetrySettings]-?: NonNullable<RetrySettings[Name]> };

const standard: Settings = {
  attempts: 5,
  methods: ["GET", "PUT", "PATCH", "DELETE"],
  baseDelay: 500,
  maxDelay: 120_000,
};

/** What was said, and for the rest what holds otherwise. */
function settingsOf(said: RetrySettings, otherwise: Settings): Settings {
  const {
    attempts = otherwise.attempts,
    methods = otherwise.methods,
    baseDelay = otherwise.baseDelay,
    maxDelay = otherwise.maxDelay,
  } = said;
  return { attempts, methods, baseDelay, maxDelay };
}
