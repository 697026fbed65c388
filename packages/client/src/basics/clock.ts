import { onAbort } from "./on-abort.ts";

/** Time as policies and helpers see it; a test can bring its own. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Calls back once that many milliseconds have passed; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Keeps a clock that jumps from timer to timer from doing so until the work is done: it takes real time. */
  hold?<Value>(work: Promise<Value>): Promise<Value>;
}

/** What a timer of the platform can count, 24.8 days: one that is set for longer fires at once. */
const longestTimer = 2_147_483_647;

/** The platform's time. It looks the globals up at every use, so that fake timers work. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    let timer: ReturnType<typeof setTimeout>;
    const start = (left: number): void => {
      timer = left > longestTimer ? setTimeout(start, longestTimer, left - longestTimer) : setTimeout(callback, left);
    };
    start(milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Work that takes real time, on a clock that may not. */
export function held<Value>(clock: Clock, work: Promise<Value>): Promise<Value> {
  return clock.hold?.(work) ?? work;
}

/** Waits; rejects with the signal's reason as soon as it aborts, and leaves no timer behind. */
export function sleep(milliseconds: number, signal?: AbortSignal | null, clock: Clock = systemClock): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const forget =
      signal &&
      onAbort(signal, () => {
        cancel();
        forget?.();
        reject(signal.reason);
      });
    const cancel = clock.after(milliseconds, () => {
      forget?.();
      resolve();
    });
  });
}

/** The time of a clock that may be set back: it goes on from where it was. */
export function monotonic(clock: Clock): () => number {
  let last = clock.now();
  let setBack = 0;
  return () => {
    const now = clock.now();
    if (now < last) setBack += last - now;
    last = now;
    return now + setBack;
  };
}
