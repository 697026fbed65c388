import type { RateLimits } from "./rate-limit-store.ts";

const length = 60_000;

/** One answer's word on the steady window, and when the call that it answers was under way. */
export interface Observation {
  sent: number;
  received: number;
  /** `RateLimit-Limit`. */
  limit: number;
  /** `RateLimit-Remaining`. */
  remaining: number;
  /** `RateLimit-Reset`, in seconds. */
  reset: number;
  /** Calls that the server may not have counted yet when it wrote this. */
  uncounted: number;
}

/** The server's fixed window of a minute, as far as it is known: how many calls are left, and until when. */
export interface SteadyWindow {
  /** Milliseconds until a call fits; 0 when one does now. */
  wait(now: number): number;
  /** Counts a call that is sent. */
  use(now: number): void;
  /** Takes back a call that the server refused, and so did not count. */
  refused(now: number): void;
  /** Corrects count and phase by what the server says. */
  observe(observation: Observation): void;
  /** Milliseconds within which the end of the window is not known. */
  uncertainty(): number;
}

/**
 * The window starts at a moment that only the server knows. `RateLimit-Reset` tells it in whole seconds, so its end is
 * kept as an interval [from, to] that every answer narrows; waiting is until `to`. Seconds are taken for rounded up
 * until a refusal right after the turn shows that they are not.
 */
export function steadyWindow(limits: RateLimits, underWay: () => number): SteadyWindow {
  let { steady: limit } = limits;
  let left = limit;
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  let lastUse = Number.NEGATIVE_INFINITY;
  let turned = Number.NEGATIVE_INFINITY;
  let slack = 0;

  const turn = (windows: number, now: number): void => {
    turned = now;
    from += windows * length;
    to += windows * length;
    // calls on their way may be counted in either window
    left = limit - underWay();
  };
  const advance = (now: number): void => {
    const end = to + slack;
    if (now >= end) turn(Math.floor((now - end) / length) + 1, now);
    // without the headers no phase is known: a minute of silence is a new window in any case
    else if (to === Number.POSITIVE_INFINITY && now >= lastUse + length) left = limit;
  };

  return {
    wait(now) {
      advance(now);
      return left > 0 ? 0 : Math.min(to + slack, lastUse + length) - now;
    },
    use(now) {
      left -= 1;
      lastUse = now;
    },
    refused(now) {
      left += 1;
      if (now - turned < 1500) slack = 1000;
    },
    observe({ sent, received, reset, remaining, uncounted, ...said }) {
      limit = said.limit;
      const earliest = sent + (reset - 1) * 1000;
      const latest = received + reset * 1000;
      if (to === Number.POSITIVE_INFINITY) [from, to] = [earliest, latest];
      const windows = Math.round((earliest + latest - from - to) / 2 / length);
      if (windows > 0) turn(windows, received);
      from = Math.max(from, earliest - Math.min(windows, 0) * length);
      to = Math.min(to, latest - Math.min(windows, 0) * length);
      // a clock that stood still, as that of a laptop asleep
      if (from > to) [from, to] = [earliest, latest];
      if (windows > 0) left = remaining - uncounted;
      else if (windows === 0) left = Math.min(Math.max(left, remaining - uncounted), remaining);
    },
    uncertainty: () => to - from,
  };
}
