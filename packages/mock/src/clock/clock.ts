/** Where the mock takes time from: windows, job pace, latencies and timestamps all read the same clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Resolves once `ms` milliseconds of this clock have passed.
   *
   * @throws the signal's reason when it aborts first
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Moves this clock forward by `ms` milliseconds, whether or not it also runs by itself. */
  advance(ms: number): void;
}

/** A moment as the API writes it: whole seconds, an explicit UTC offset. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
}
