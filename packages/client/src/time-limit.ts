import { type Clock, systemClock } from "./clock.ts";

/**
 * Runs something with a signal that aborts with a `TimeoutError` after `milliseconds`, or with `outer`.
 * Nothing is limited when `milliseconds` is `undefined`.
 */
export async function timeLimit<Value>(
  milliseconds: number | undefined,
  outer: AbortSignal | null | undefined,
  run: (signal: AbortSignal | null | undefined) => Promise<Value>,
  clock: Clock = systemClock,
): Promise<Value> {
  if (milliseconds === undefined) return run(outer);
  const controller = new AbortController();
  const signal = outer ? AbortSignal.any([outer, controller.signal]) : controller.signal;
  const cancel = clock.after(milliseconds, () => {
    controller.abort(new DOMException(`No answer within ${milliseconds} ms.`, "TimeoutError"));
  });
  try {
    return await run(signal);
  } finally {
    cancel();
  }
}
