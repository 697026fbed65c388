import { type Clock, systemClock } from "./clock.ts";
import { onAbort } from "./on-abort.ts";

/** What ends a piece of work before it is done. */
export interface TimeLimit {
  /** Milliseconds; `undefined` and `Infinity` are no limit. */
  milliseconds: number | undefined;
  /** Ends the work, too. */
  signal: AbortSignal | null | undefined;
  clock?: Clock | undefined;
  /** Makes the error of a time that is up. @default a `TimeoutError` that names the limit */
  error?: () => unknown;
}

/**
 * Runs work with a signal that aborts when the time is up, or when the outer signal does. It then rejects at once with
 * the reason, also when the work ignores its signal: whatever the work waits for, its caller does not.
 */
export function timeLimit<Value>(
  {
    milliseconds = Number.POSITIVE_INFINITY,
    signal: outer,
    clock = systemClock,
    error = () => timeoutError(milliseconds),
  }: TimeLimit,
  work: (signal: AbortSignal | null | undefined) => Promise<Value>,
): Promise<Value> {
  if (Number.isNaN(milliseconds)) throw new TypeError("A timeout is a number of milliseconds, or Infinity.");
  const limited = milliseconds < Number.POSITIVE_INFINITY;
  if (!limited && !outer) return work(outer);
  return new Promise((resolve, reject) => {
    outer?.throwIfAborted();
    // The outer signal may be shared by thousands of calls, and platforms leave their listeners on the one they are given.
    const own = new AbortController();
    const end = (reason: unknown): void => {
      release();
      reject(reason);
      own.abort(reason);
    };
    const cancelTimer = limited ? clock.after(milliseconds, () => end(error())) : undefined;
    const cancelListener = outer && onAbort(outer, () => end(outer.reason));
    const release = (): void => {
      cancelTimer?.();
      cancelListener?.();
    };
    const run = async (): Promise<void> => {
      try {
        resolve(await work(own.signal));
      } catch (error) {
        reject(error);
      } finally {
        release();
      }
    };
    run();
  });
}

/** The error of a time that is up, as `AbortSignal.timeout` makes it. */
export function timeoutError(milliseconds: number | undefined, what = "No answer"): DOMException {
  return new DOMException(`${what} within ${milliseconds} ms.`, "TimeoutError");
}
