import type { MockClock } from "./clock.ts";

/** What a platform's timer waits at most. */
const longest = 2 ** 31 - 1;

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
export function systemClock(): MockClock {
  let shift = 0;
  const now = () => Date.now() + shift;
  const waiting = new Set<{ arm: () => void }>();
  return {
    now,
    after: (milliseconds, callback) => {
      const due = now() + milliseconds;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const timeout = {
        arm: () => {
          clearTimeout(timer);
          const left = Math.max(due - now(), 0);
          timer = setTimeout(() => (left > longest ? timeout.arm() : end(callback)), Math.min(left, longest));
        },
      };
      const end = (then?: () => void) => {
        clearTimeout(timer);
        waiting.delete(timeout);
        then?.();
      };
      waiting.add(timeout);
      timeout.arm();
      return () => end();
    },
    advance: (milliseconds) => {
      shift += milliseconds;
      for (const timeout of waiting) timeout.arm();
    },
  };
}
