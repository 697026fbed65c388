import type { Clock } from "./clock.ts";

interface Sleeper {
  until: number;
  wake: () => void;
}

export interface VirtualClockOptions {
  /** Milliseconds since the epoch. @default Date.UTC(2026, 0, 1) */
  start?: number;
}

/**
 * Time that stands still until `advance()` moves it: jobs, windows and latencies then take no real time and give
 * the same answers in every run.
 *
 * @example
 * ```ts
 * import { createMock, virtualClock } from "@org/mock";
 *
 * const clock = virtualClock();
 * const mock = createMock({ clock });
 * clock.advance(2_000);
 * ```
 */
export function virtualClock({ start = Date.UTC(2026, 0, 1) }: VirtualClockOptions = {}): Clock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (ms <= 0) return resolve();
        const abort = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          until: now + ms,
          wake: () => {
            signal?.removeEventListener("abort", abort);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener("abort", abort, { once: true });
      }),
    advance: (ms) => {
      now += ms;
      const due = [...sleepers].filter((sleeper) => sleeper.until <= now).sort((a, b) => a.until - b.until);
      for (const sleeper of due) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
