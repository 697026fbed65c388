import { type Clock, monotonic, systemClock } from "../basics/clock.ts";
import { getOrMake } from "../basics/get-or-make.ts";
import { retryAfter } from "../basics/retry-after.ts";
import { burstWindow } from "./burst-window.ts";
import type { Permit, RateLimitStore, RateLimits } from "./rate-limit-store.ts";
import { steadyWindow } from "./steady-window.ts";

/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
  /** @default systemClock */
  clock?: Clock | undefined;
}

/**
 * Counts in this process. The server's headers tell it what others use. Clients of one account that share a store share
 * the account's limits.
 *
 * @example
 * ```ts
 * import { createClient, memoryStore } from "@org/client";
 * import { createClient as createOldClient } from "@org/client/2023-12-15";
 *
 * const rateLimit = { store: memoryStore() };
 * export const klaviyo = createClient({ apiKey: "pk_…", rateLimit });
 * export const old = createOldClient({ apiKey: "pk_…", rateLimit });
 * ```
 */
export function memoryStore({ clock = systemClock }: MemoryStoreOptions = {}): RateLimitStore {
  const meters = new Map<string, Meter>();
  const now = monotonic(clock);
  return { take: (operation, limits) => getOrMake(meters, operation, () => meter(now))(limits) };
}

type Meter = (limits: RateLimits) => Permit | number;

/** Counts the calls of one operation. */
function meter(now: () => number): Meter {
  let blockedUntil = 0;
  const burst = burstWindow();
  const steady = steadyWindow();

  return (limits) => {
    const sent = now();
    burst.limitTo(limits.burst ?? Number.POSITIVE_INFINITY);
    steady.limitTo(limits.steady ?? Number.POSITIVE_INFINITY);
    const free = Math.max(blockedUntil, burst.freeAt(sent), steady.freeAt(sent));
    if (free > sent) return free - sent;
    const slot = burst.use(sent);
    steady.use(sent);
    return {
      release(end = {}) {
        if (end.sent === false) {
          burst.giveBack(slot);
          steady.giveBack();
          return;
        }
        const ended = now();
        const refused = end.status === 429;
        burst.end(slot, ended);
        steady.end(sent, ended, end);
        // A call that was sent before a refusal arrived tells us nothing new about the limit.
        if (ended >= blockedUntil) burst.learn(refused);
        if (refused) blockedUntil = Math.max(blockedUntil, ended + (retryAfter(end.headers) ?? 1000));
      },
    };
  };
}
