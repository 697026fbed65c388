import { type Clock, systemClock } from "../basics/clock.ts";

/**
 * Runs something with a signal that aborts with a `TimeoutError` after `milliseconds`, or with `outer`.
 * Nothing is limited when `milliseconds` is `undefined`, or more than a timer can count: 24.8 days.
 */
export function timeLimit<Value>(
  milliseconds: number | undefined,
  outer: AbortSignal | null | undefined,
  run: (signal: AbortSignal | null | undefined) => Promise<Value>,
  clock: Clock = systemClock,
): Promise<Value> {
  if (!((milliseconds as number) < 2 ** 31)) return run(outer);
  const controller = new AbortController();
  const cancel = clock.after(milliseconds as number, () => {
    controller.abort(new DOMException(`No answer within ${milliseconds} ms.`, "TimeoutError"));
  });
  const limited = async (): Promise<Value> => {
    try {
      // a combined signal costs as much as all policies together
      return await run(outer ? AbortSignal.any([outer, controller.signal]) : controller.signal);
    } finally {
      cancel();
    }
  };
  return limited();
}
