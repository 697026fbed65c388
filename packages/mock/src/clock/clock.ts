/** Where time comes from. A client takes the same shape, so that mock and client can run on one clock. */
export interface Clock {
  /** Milliseconds since some fixed moment; the mock takes it for 1 January 1970. */
  now(): number;
  /** Calls back once that many milliseconds have passed; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** A clock that a test can move: windows, job pace, latencies and timestamps of a mock all read it. */
export interface MockClock extends Clock {
  /** Moves this clock forward by that many milliseconds, whether or not it also runs by itself. */
  advance(milliseconds: number): void;
  /** Keeps a clock that moves by itself from doing so until the work is done: it takes real time, as loading a file does. */
  hold?<Value>(work: Promise<Value>): Promise<Value>;
}

/**
 * Resolves once that many milliseconds of the clock have passed.
 *
 * @throws the signal's reason when it aborts first
 */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = () => {
      cancel();
      reject(signal.reason);
    };
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    signal.addEventListener("abort", abort, { once: true });
  });
}

/** A moment as the API writes it: whole seconds, an explicit UTC offset. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
