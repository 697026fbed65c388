import type { RateLimits } from "../rate-limit-store.ts";

/** Limits, and phases as far as the scheduler may know them. */
export interface KnownWindows extends RateLimits {
  steadyPhase: number;
  /** Left out: no phase is known, so any second, wherever it starts, may hold `burst` calls. */
  burstPhase?: number | undefined;
  /** Calls that somebody else got, by minute of the server. */
  taken?: readonly number[];
}

/**
 * Milliseconds until the last of `calls` can be sent by somebody who sends whenever the windows allow: nobody can be
 * faster without being refused.
 */
export function lowerBound(
  calls: number,
  { burst, steady, steadyPhase, burstPhase, taken = [] }: KnownWindows,
): number {
  let now = 0;
  let sent = 0;
  let inMinute = 0;
  let pulses: { at: number; count: number }[] = [];
  for (;;) {
    const secondBegan = burstPhase === undefined ? now - 1000 : now - ((now + burstPhase) % 1000);
    pulses = pulses.filter(({ at }) => (burstPhase === undefined ? at > secondBegan : at >= secondBegan));
    const inSecond = pulses.reduce((sum, { count }) => sum + count, 0);
    const quota = steady - (taken[Math.floor((now + steadyPhase) / 60_000)] ?? 0);
    const count = Math.min(burst - inSecond, quota - inMinute, calls - sent);
    if (count > 0) pulses.push({ at: now, count });
    sent += count;
    inMinute += count;
    if (sent === calls) return now;
    const oldest = pulses[0]?.at ?? now;
    const nextSecond = burstPhase === undefined ? oldest + 1000 : now + 1000 - ((now + burstPhase) % 1000);
    const nextMinute = now + 60_000 - ((now + steadyPhase) % 60_000);
    const next = inMinute === quota ? nextMinute : Math.min(nextSecond, nextMinute);
    if (next >= nextMinute) inMinute = 0;
    now = next;
  }
}
