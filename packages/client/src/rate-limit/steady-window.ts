import { headerNumber } from "../basics/header-number.ts";
import type { CallEnd } from "./rate-limit-store.ts";

const length = 60_000;
/** `RateLimit-Reset` tells the end of the window in whole seconds, so it is up to a second off. */
const rounding = 1000;

/** The server's fixed window of a minute, as far as it is known: how many calls it holds, and when it ends. */
export interface SteadyWindow {
  /** Takes note of how many calls a caller says that it may hold; of different numbers the smallest counts. */
  limitTo(calls: number): void;
  /** When a call fits, or 0 when one fits now. */
  freeAt(now: number): number;
  /** Counts a call that is sent now. */
  use(now: number): void;
  /** A call that was sent at `sent` has ended. Its answer corrects count and phase. */
  end(sent: number, now: number, end: CallEnd): void;
  /** A call that was counted was never sent. */
  giveBack(): void;
}

/**
 * The window starts at a moment that only the server knows. `RateLimit-Reset` tells its end in whole seconds; kept is
 * the latest moment that agrees with all answers. Seconds are taken for rounded up until a refusal right after the end
 * shows that they are rounded down. Without the headers, a minute of silence is a new window in any case.
 */
export function steadyWindow(): SteadyWindow {
  let given = Number.POSITIVE_INFINITY;
  let limit = given;
  /** Whether callers have given different limits, as two revisions of the API do. */
  let mixed = false;
  let used = 0;
  /** Calls that were sent and have not ended. */
  let underWay = 0;
  let end = 0;
  /** Whether an answer has told the end. */
  let known = false;
  /** When a window began whose beginning an answer had told before. */
  let turned = Number.NEGATIVE_INFINITY;
  /** Added to what `RateLimit-Reset` says: 0, or a second where it is rounded down. */
  let late = 0;

  const turn = (windows: number, now: number): void => {
    if (known) turned = now;
    end += windows * length;
    // Calls that are under way may be counted in either window.
    used = underWay;
  };

  return {
    limitTo(calls) {
      if (calls === given) return;
      mixed = given < Number.POSITIVE_INFINITY;
      given = Math.min(given, calls);
      limit = Math.min(limit, given);
    },
    freeAt(now) {
      if (now >= end) turn(Math.floor((now - end) / length) + 1, now);
      return used < limit ? 0 : end;
    },
    use(now) {
      used++;
      underWay++;
      if (!known) end = now + length;
    },
    giveBack() {
      used--;
      underWay--;
    },
    end(sent, now, { status, headers }) {
      underWay--;
      if (status === 429) {
        // The server does not count a call that it refuses.
        used--;
        if (!late && now - turned < 1.5 * rounding) end += late = rounding;
      }
      const remaining = headerNumber(headers, "ratelimit-remaining");
      const reset = headerNumber(headers, "ratelimit-reset");
      // A time beyond the window is no time until its end, such as seconds since 1970.
      if (remaining === undefined || reset === undefined || reset > length / 1000) return;
      let told = now + reset * 1000 + late;
      if (!known) end = told;
      known = true;
      const windows = Math.round((told - end) / length);
      if (windows > 0) turn(windows, now);
      // The answer tells of a window that is over, or of this one.
      else told -= windows * length;
      // What neither rounding nor the way of the answer explains is a clock that stood still, as that of a laptop asleep.
      end = told - rounding - (now - sent) > end ? told : Math.min(end, told);
      const said = headerNumber(headers, "ratelimit-limit") || limit;
      limit = mixed ? Math.min(given, said) : said;
      if (windows >= 0 && said < Number.POSITIVE_INFINITY) used = Math.max(used, said - remaining);
    },
  };
}
