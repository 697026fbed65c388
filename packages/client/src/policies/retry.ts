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
  /**
   * Milliseconds that a call may wait for the server in all, in `rateLimit` and after a 429 or 503. A client takes it
   * from `rateLimit`.
   * @default no limit
   */
  maxWait?: number | undefined;
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
  maxWait = Number.POSITIVE_INFINITY,
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
    const asked = comeBackLater.includes(status) ? retryAfter(headers) : undefined;
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
    const waits = { milliseconds: 0 };
    for (let attempt = 1; ; attempt++) {
      let response: Response | undefined;
      let error: unknown;
      try {
        response = await next(url, { ...init, attempt, waits });
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
      const forServer = comeBackLater.includes(response?.status ?? 0);
      const longest = forServer ? Math.min(settings.maxDelay, maxWait - waits.milliseconds) : settings.maxDelay;
      if (delay === undefined || delay > longest) {
        if (response) return response;
        throw error;
      }
      callHook(onRetry, { method, url, attempt, delay, reason: response ?? (error as Error) });
      await sleep(delay, signal, clock);
      if (forServer) waits.milliseconds += delay;
    }
  };
}

/** What a server answers that wants to be asked later. */
const comeBackLater = [429, 503];

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
