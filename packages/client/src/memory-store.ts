import { burstWindow } from "./burst-window.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Passage, RateLimitStore, RateLimits } from "./rate-limit-store.ts";
import { retryAfter } from "./retry-after.ts";
import { steadyWindow } from "./steady-window.ts";

/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
  clock?: Clock;
}

/** Counts in this process; the server's headers tell it what others use. */
export function memoryStore({ clock = systemClock }: MemoryStoreOptions = {}): RateLimitStore {
  const meters = new Map<string, () => Passage | number>();
  return {
    take(operation, limits) {
      const take = meters.get(operation) ?? meter(limits, clock);
      meters.set(operation, take);
      return take();
    },
  };
}

/** The use of one operation. */
function meter(limits: RateLimits, clock: Clock): () => Passage | number {
  let sentInAll = 0;
  let answeredInAll = 0;
  let fastest = Number.POSITIVE_INFINITY;
  let blockedUntil = Number.NEGATIVE_INFINITY;
  const burst = burstWindow(limits.burst);
  const steady = steadyWindow(limits, () => sentInAll - answeredInAll);

  /** A 429: nobody goes before the time it names; a short one means that somebody else uses the same second. */
  const refused = (now: number, headers: Headers | undefined): void => {
    const wait = (headers && retryAfter(headers)) ?? 1000;
    if (wait <= 1000 && now >= blockedUntil) burst.shrink();
    blockedUntil = Math.max(blockedUntil, now + wait);
    steady.refused(now);
  };

  return () => {
    const sent = clock.now();
    const wait = Math.max(blockedUntil - sent, burst.wait(sent), steady.wait(sent));
    if (wait > 0) return wait;
    const free = burst.use(sent);
    steady.use(sent);
    const answeredBefore = answeredInAll;
    sentInAll += 1;
    return {
      settle(status, headers) {
        const received = clock.now();
        // while the phase is unclear, calls at other moments of a second make it clearer
        fastest = Math.min(fastest, received - sent);
        free(received - fastest, steady.uncertainty() > 150 ? 100 : 0);
        answeredInAll += 1;
        if (status === 429) return refused(received, headers);
        burst.grow();
        const limit = Number(headers?.get("ratelimit-limit") ?? Number.NaN);
        const remaining = Number(headers?.get("ratelimit-remaining") ?? Number.NaN);
        const reset = Number(headers?.get("ratelimit-reset") ?? Number.NaN);
        if (Number.isNaN(limit + remaining + reset)) return;
        // calls that were under way together with this one; the server may have counted them or not
        const uncounted = sentInAll - answeredBefore - 1;
        steady.observe({ sent, received, limit, remaining, reset, uncounted });
      },
    };
  };
}
