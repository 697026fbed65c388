const length = 60_000;

/**
 * Corrects count and phase by what the server says in `RateLimit-*`, if an answer came; a call that was refused with 429
 * was not counted.
 */
type Settle = (received: number, refused: boolean, headers: Headers | undefined) => void;

/** The server's fixed window of a minute, as far as it is known: how many calls are left, and until when. */
export interface SteadyWindow {
  /** When a call fits; 0 when one does now. */
  free(now: number): number;
  /** Counts a call that is sent; what is returned is called when it has ended. */
  use(sent: number): Settle;
}

/**
 * The window starts at a moment that only the server knows. `RateLimit-Reset` tells its end in whole seconds; kept is
 * the latest moment that all answers allow. Seconds are taken for rounded up until a refusal right after the end shows
 * that they are not. Without the headers, a minute of silence is a new window in any case.
 */
export function steadyWindow(limit: number): SteadyWindow {
  let left = limit;
  let underWay = 0;
  let end = 0;
  let known = false;
  let turned = -length;
  let slack = 0;

  const turn = (windows: number, now: number): void => {
    if (known) turned = now;
    end += windows * length;
    // calls on their way may be counted in either window
    left = limit - underWay;
  };

  return {
    free(now) {
      if (now >= end) turn(Math.floor((now - end) / length) + 1, now);
      return left > 0 ? 0 : end;
    },
    use(sent) {
      left--;
      underWay++;
      if (!known) end = sent + length;
      return (received, refused, headers) => {
        underWay--;
        if (refused) {
          left++;
          if (!slack && received - turned < 1500) end += slack = 1000;
        }
        const said = (name: string): number => Number(headers?.get(`ratelimit-${name}`) ?? undefined);
        const remaining = said("remaining");
        let latest = received + said("reset") * 1000 + slack;
        if (!(remaining + latest >= 0)) return;
        limit = said("limit") || limit;
        if (!known) end = latest;
        known = true;
        const windows = Math.round((latest - end) / length);
        if (windows > 0) turn(windows, received);
        // it tells of a window that is over
        else latest -= windows * length;
        // beyond what a second of rounding explains, a clock stood still, as that of a laptop asleep
        end = latest - 1000 - (received - sent) > end ? latest : Math.min(end, latest);
        if (windows >= 0) left = Math.min(left, remaining);
      };
    },
  };
}
