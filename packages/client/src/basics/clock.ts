/** Time as policies and helpers see it; a test can bring its own. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Calls back after that many milliseconds; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

// globals are looked up at every use, so that fake timers work
export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Waits for what `start` begins, and which it tells by `done`; rejects with the signal's reason as soon as that aborts,
 * after calling what `start` returned.
 */
export function wait(
  start: (done: () => void) => (() => void) | undefined,
  signal: AbortSignal | null | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const cancel = start(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    });
    const abort = (): void => {
      cancel?.();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort);
  });
}

/** Waits; rejects with the signal's reason as soon as it aborts, and leaves no timer behind. */
export function sleep(milliseconds: number, signal?: AbortSignal | null, clock: Clock = systemClock): Promise<void> {
  return wait((done) => clock.after(milliseconds, done), signal);
}
