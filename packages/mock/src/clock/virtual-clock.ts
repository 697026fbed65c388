import type { MockClock } from "./clock.ts";
import { soon } from "./soon.ts";

/** A clock that stands still until it is moved. */
export interface VirtualClock extends MockClock {
  /**
   * Runs until the promise settles; time jumps from timer to timer, as long as the mock is not waiting for real work.
   * For calls in process: what is on its way through a socket is not seen.
   *
   * @throws {Error} when no timer is left and the promise is still pending
   */
  run<Value>(promise: Promise<Value>): Promise<Value>;
  /** Timers that have neither fired nor been cancelled. */
  pending(): number;
}

export interface VirtualClockOptions {
  /** Milliseconds since the epoch. @default Date.UTC(2026, 0, 1) */
  start?: number;
}

interface Timer {
  at: number;
  order: number;
  callback: (() => void) | undefined;
}

/** Turns of the event loop that an answer of the mock may take until its caller has read it. */
const turnsOfAnAnswer = 4;

/**
 * Time that stands still until `advance()` or `run()` moves it: jobs, windows and latencies then take no real time and
 * give the same answers in every run.
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
export function virtualClock({ start = Date.UTC(2026, 0, 1) }: VirtualClockOptions = {}): VirtualClock {
  let now = start;
  let order = 0;
  let active = 0;
  const held = new Set<Promise<unknown>>();
  const timers = new TimerHeap();

  /** The timer that is due first. One that was cancelled is no moment at which anything happens. */
  const next = (): Timer | undefined => {
    while (timers.first && !timers.first.callback) timers.pop();
    return timers.first;
  };

  /** Fires all timers that are due first; what is due at the same moment happens together. */
  const jump = () => {
    now = Math.max(now, next()?.at ?? now);
    for (let timer = next(); timer !== undefined && timer.at <= now; timer = next()) {
      timers.pop();
      const { callback } = timer;
      timer.callback = undefined;
      active -= 1;
      callback?.();
    }
  };

  return {
    now: () => now,
    after(milliseconds, callback) {
      const timer: Timer = { at: now + Math.max(milliseconds, 0), order: order++, callback };
      timers.push(timer);
      active += 1;
      return () => {
        if (timer.callback) active -= 1;
        timer.callback = undefined;
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (let timer = next(); timer !== undefined && timer.at <= end; timer = next()) jump();
      now = end;
    },
    hold(work) {
      const done = () => void held.delete(work);
      held.add(work);
      work.then(done, done);
      return work;
    },
    async run(promise) {
      let settled = false;
      const done = (): void => {
        settled = true;
      };
      promise.then(done, done);
      for (;;) {
        for (let turn = 0; turn < turnsOfAnAnswer; turn++) {
          await new Promise<void>((resolve) => soon(resolve));
          if (settled) return promise;
        }
        if (held.size > 0) await Promise.allSettled(held);
        else if (next()) jump();
        else throw new Error("Nothing is left to happen, and the promise is still pending.");
      }
    },
    pending: () => active,
  };
}

/** A binary heap: the timer that is due first is on top, the older of two that are due together. */
class TimerHeap {
  readonly #timers: Timer[] = [];

  get first(): Timer | undefined {
    return this.#timers[0];
  }

  push(timer: Timer): void {
    let index = this.#timers.push(timer) - 1;
    for (let parent = (index - 1) >> 1; index > 0 && this.#earlier(index, parent); parent = (index - 1) >> 1) {
      this.#swap(index, parent);
      index = parent;
    }
  }

  pop(): void {
    const last = this.#timers.pop();
    if (last === undefined || this.#timers.length === 0) return;
    this.#timers[0] = last;
    for (let index = 0; ; ) {
      let smallest = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.#timers.length && this.#earlier(child, smallest)) smallest = child;
      }
      if (smallest === index) return;
      this.#swap(index, smallest);
      index = smallest;
    }
  }

  #earlier(a: number, b: number): boolean {
    const [one, two] = [this.#timers[a] as Timer, this.#timers[b] as Timer];
    return one.at < two.at || (one.at === two.at && one.order < two.order);
  }

  #swap(a: number, b: number): void {
    [this.#timers[a], this.#timers[b]] = [this.#timers[b] as Timer, this.#timers[a] as Timer];
  }
}
