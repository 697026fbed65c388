import type { Clock } from "../basics/clock.ts";

/** A clock that only moves when everything waits. */
export interface VirtualClock extends Clock {
  /** Runs until the promise settles; time jumps from timer to timer. */
  run<Value>(promise: Promise<Value>): Promise<Value>;
  /** Timers that have neither fired nor been cancelled. */
  pending(): number;
}

interface Timer {
  at: number;
  order: number;
  callback: (() => void) | undefined;
}

/** Makes a {@link VirtualClock} that starts at 0. */
export function virtualClock(): VirtualClock {
  let now = 0;
  let order = 0;
  let active = 0;
  const heap: Timer[] = [];
  const earlier = (a: number, b: number): boolean => {
    const [one, two] = [heap[a] as Timer, heap[b] as Timer];
    return one.at < two.at || (one.at === two.at && one.order < two.order);
  };
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [heap[b] as Timer, heap[a] as Timer];
  };
  const push = (timer: Timer): void => {
    let index = heap.push(timer) - 1;
    for (let parent = (index - 1) >> 1; index > 0 && earlier(index, parent); parent = (index - 1) >> 1) {
      swap(index, parent);
      index = parent;
    }
  };
  const pop = (): Timer | undefined => {
    if (heap.length < 2) return heap.pop();
    const top = heap[0];
    heap[0] = heap.pop() as Timer;
    for (let index = 0; ; ) {
      let smallest = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && earlier(child, smallest)) smallest = child;
      }
      if (smallest === index) return top;
      swap(index, smallest);
      index = smallest;
    }
  };

  return {
    now: () => now,
    after(milliseconds, callback) {
      const timer: Timer = { at: now + Math.max(milliseconds, 0), order: order++, callback };
      push(timer);
      active += 1;
      return () => {
        if (timer.callback) active -= 1;
        timer.callback = undefined;
      };
    },
    async run(promise) {
      let settled = false;
      const done = (): void => {
        settled = true;
      };
      promise.then(done, done);
      for (;;) {
        await new Promise(setImmediate);
        if (settled) return promise;
        const next = heap[0];
        if (!next) throw new Error("Nothing is left to happen, and the promise is still pending.");
        now = next.at;
        // what is due at the same moment happens together
        while (heap[0]?.at === now) {
          const timer = pop() as Timer;
          const { callback } = timer;
          timer.callback = undefined;
          if (callback) active -= 1;
          callback?.();
        }
      }
    },
    pending: () => active,
  };
}
