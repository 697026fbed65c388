import { type Clock, systemClock } from "../basics/clock.ts";
import { getOrMake } from "../basics/get-or-make.ts";
import { retryAfter } from "../basics/retry-after.ts";
import { burstWindow } from "./burst-window.ts";
import type { Passage, RateLimitStore, RateLimits } from "./rate-limit-store.ts";
import { steadyWindow } from "./steady-window.ts";

/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
  clock?: Clock;
}

/** Counts in this process; the server's headers tell it what others use. */
export function memoryStore({ clock = systemClock }: MemoryStoreOptions = {}): RateLimitStore {
  const meters = new Map<string, () => Passage | number>();
  return { take: (operation, limits) => getOrMake(meters, operation, () => meter(limits, clock))() };
}

/** The use of one operation. */
function meter(limits: RateLimits, clock: Clock): () => Passage | number {
  let blockedUntil = 0;
  const burst = burstWindow(limits.burst);
  const steady = steadyWindow(limits.steady);

  return () => {
    const sent = clock.now();
    const free = Math.max(blockedUntil, burst.free(sent), steady.free(sent));
    if (free > sent) return free - sent;
    const place = burst.use(sent);
    const settle = steady.use(sent);
    return {
      settle({ status, headers } = {}) {
        const received = clock.now();
        place.until = received + 1000;
        const refused = status === 429;
        // who was sent before a refusal was known says nothing new
        if (received >= blockedUntil) burst.learn(refused);
        settle(received, refused, headers);
        // nobody goes before the time that a refusal names
        if (refused) blockedUntil = Math.max(blockedUntil, received + (retryAfter(headers) ?? 1000));
      },
    };
  };
}
