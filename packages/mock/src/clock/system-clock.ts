import type { Clock } from "./clock.ts";

/**
 * The machine's time. `advance()` shifts it, so a test on real time can still jump over a job or a window.
 *
 * @example
 * ```ts
 * import { systemClock } from "@org/mock";
 *
 * const clock = systemClock();
 * clock.advance(60_000); // a minute later, at once
 * ```
 */
export function systemClock(): Clock {
  let shift = 0;
  return {
    now: () => Date.now() + shift,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const abort = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener("abort", abort);
          resolve();
        }, ms);
        signal?.addEventListener("abort", abort, { once: true });
      }),
    advance: (ms) => {
      shift += ms;
    },
  };
}
