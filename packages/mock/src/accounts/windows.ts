import { ApiProblem } from "../fragment/api-problem.ts";
import type { RateLimitFragment } from "../fragment/fragment.ts";

const lengths = { burst: 1_000, steady: 60_000, daily: 86_400_000 } as const;
type WindowName = keyof typeof lengths;

interface Window {
  /** Which window of its length this is, counted from the epoch. */
  number: number;
  used: number;
}

export interface Verdict {
  /** Milliseconds until a request would be let through; 0 when this one was. */
  wait: number;
  /** The steady window after this request, if there is one: the only one the API's headers speak of. */
  steady?: { limit: number; remaining: number; reset: number };
}

/** The fixed windows of one account, per operation: one under all its names and in all revisions. */
export class Windows {
  readonly #windows = new Map<string, Window>();

  /** Counts a request in every window, or in none when one of them is full. */
  take(operation: string, limits: RateLimitFragment, now: number): Verdict {
    let wait = 0;
    const taken: Window[] = [];
    for (const name in limits) {
      const length = lengths[name as WindowName];
      const window = this.#window(`${operation} ${name}`, Math.floor(now / length));
      taken.push(window);
      if (window.used >= (limits[name as WindowName] ?? Number.POSITIVE_INFINITY)) {
        wait = Math.max(wait, length - (now % length));
      }
    }
    if (wait === 0) for (const window of taken) window.used++;
    return limits.steady === undefined ? { wait } : { wait, steady: this.#steady(operation, limits.steady, now) };
  }

  #steady(operation: string, limit: number, now: number): NonNullable<Verdict["steady"]> {
    const { used } = this.#window(`${operation} steady`, Math.floor(now / lengths.steady));
    const reset = Math.ceil((lengths.steady - (now % lengths.steady)) / 1_000);
    return { limit, remaining: Math.max(0, limit - used), reset };
  }

  #window(key: string, number: number): Window {
    let window = this.#windows.get(key);
    if (window === undefined) {
      window = { number, used: 0 };
      this.#windows.set(key, window);
    } else if (window.number !== number) {
      window.number = number;
      window.used = 0;
    }
    return window;
  }
}

/**
 * Counts a request and tells the headers its answer carries.
 *
 * @throws {ApiProblem} 429
 */
export function takeFromWindows(
  windows: Windows,
  operation: string,
  limits: RateLimitFragment,
  now: number,
): Record<string, string> {
  const { wait, steady } = windows.take(operation, limits, now);
  if (wait > 0) throw throttled(Math.ceil(wait / 1_000));
  if (steady === undefined) return {};
  return {
    "ratelimit-limit": String(steady.limit),
    "ratelimit-remaining": String(steady.remaining),
    "ratelimit-reset": String(steady.reset),
  };
}

/** The API's 429: `Retry-After` in whole seconds takes the place of the `RateLimit-*` headers. */
export function throttled(seconds: number): ApiProblem {
  const unit = seconds === 1 ? "second" : "seconds";
  return new ApiProblem(
    429,
    [
      {
        code: "throttled",
        title: "Request was throttled.",
        detail: `Request was throttled. Expected available in ${seconds} ${unit}.`,
        source: { pointer: "/data" },
      },
    ],
    { "retry-after": String(seconds) },
  );
}
