import type { Clock } from "../basics/clock.ts";
import { timeLimit, timeoutError } from "../basics/time-limit.ts";
import { operationName } from "../operations/find-operation.ts";
import { defaultAttemptTime, timeoutsOf } from "./call-settings.ts";
import type { Policy } from "./policy.ts";
import { markTransient } from "./transient.ts";

/** Options of {@link timeout}. */
export interface TimeoutOptions {
  /** Milliseconds until the whole answer must be here, its body included; `Infinity` for no limit. @default 30_000 */
  ms?: number | undefined;
  clock?: Clock | undefined;
}

/**
 * Gives up an attempt with a `TimeoutError` when its answer does not come, or stalls. Inside `retry` it limits each
 * attempt, outside all of them together. A call's own `timeout.attempt` wins.
 *
 * @example
 * ```ts
 * import { timeout } from "@org/client";
 *
 * const policy = timeout({ ms: 5_000 });
 * ```
 */
export function timeout({ ms = defaultAttemptTime, clock }: TimeoutOptions = {}): Policy {
  return (next) => (url, init) => {
    const { attempt: milliseconds = ms } = timeoutsOf(init.settings?.timeout);
    const error = (): unknown => {
      const what = `${operationName(url, init)}: no whole answer to attempt ${init.attempt ?? 1}`;
      return markTransient(timeoutError(milliseconds, what));
    };
    return timeLimit({ milliseconds, signal: init.signal, clock, error }, (signal) =>
      next(url, { ...init, signal: signal ?? null }),
    );
  };
}
