import type { RateLimits } from "../rate-limit/rate-limit-store.ts";
import type { Ways } from "./ways.ts";

/** Limits, and what nobody who only sends can know. */
export interface KnownWindows extends Required<RateLimits> {
  /** When, before 0, the steady window began; milliseconds. */
  steadyPhase: number;
  /** How long each call travels, one after the other. */
  ways: () => Ways;
  /** Calls that somebody else got, by minute of the server. */
  taken?: readonly number[];
}

/**
 * Milliseconds until the last of `calls` is answered, for somebody who sends as early as the windows allow and is never
 * refused, whenever the second began: no answer tells that, so no second, wherever it starts, may hold more than `burst`
 * calls. A call may have been counted as late as its answer was sent; its slot is free a second after the answer came. All
 * else is known: the minute's phase, the ways, and what somebody else takes.
 */
export function lowerBound(calls: number, { burst, steady, steadyPhase, ways, taken = [] }: KnownWindows): number {
  const slots = Array.from({ length: burst }, () => 0);
  let minute = 0;
  let used = 0;
  let last = 0;
  const enter = (next: number): void => {
    minute = next;
    used = taken[next] ?? 0;
  };
  enter(0);
  for (let sent = 0; sent < calls; sent++) {
    const { there, back } = ways();
    const earliest = (slots.shift() ?? 0) + there;
    const now = Math.floor((earliest + steadyPhase) / 60_000);
    if (now > minute) enter(now);
    while (used >= steady) enter(minute + 1);
    used += 1;
    const answered = Math.max(earliest, minute * 60_000 - steadyPhase) + back;
    const free = answered + 1000;
    slots.splice(slots.findLastIndex((slot) => slot <= free) + 1, 0, free);
    last = Math.max(last, answered);
  }
  return last;
}
