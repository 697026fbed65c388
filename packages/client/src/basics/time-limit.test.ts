import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { virtualClock } from "../testing/virtual-clock.ts";
import { timeLimit } from "./time-limit.ts";

const never = (): Promise<never> => new Promise(() => {});

test.each([undefined, Number.POSITIVE_INFINITY])("%s milliseconds are no limit", async (milliseconds) => {
  const clock = virtualClock();
  const { signal } = new AbortController();
  const work = vi.fn(async (_: AbortSignal | null | undefined) => "done");
  expect(await timeLimit({ milliseconds, signal: undefined, clock }, work)).toBe("done");
  expect(work).toHaveBeenCalledWith(undefined);
  expect(await timeLimit({ milliseconds, signal, clock }, work)).toBe("done");
  // A platform leaves its listeners on the signal that it is given, and callers may share theirs.
  expect(work.mock.calls[1]?.[0]).toBeInstanceOf(AbortSignal);
  expect(work.mock.calls[1]?.[0]).not.toBe(signal);
  expect(clock.pending()).toBe(0);
});

test("milliseconds that are no number are an error", () => {
  expect(() => timeLimit({ milliseconds: Number.NaN, signal: undefined }, never)).toThrow(TypeError);
});

test("a time that is up ends the work, and its signal has the same reason", async () => {
  const clock = virtualClock();
  const signals: (AbortSignal | null | undefined)[] = [];
  const limited = timeLimit({ milliseconds: 50, signal: undefined, clock }, (signal) => {
    signals.push(signal);
    return never();
  });
  const error = await clock.run(limited).catch((error) => error);
  expect(error).toMatchObject({ name: "TimeoutError", message: "No answer within 50 ms." });
  expect(signals[0]?.reason).toBe(error);
  expect(clock.now()).toBe(50);
});

test("the outer signal ends the work with its reason, and nothing is left behind", async () => {
  for (const milliseconds of [undefined, 50]) {
    const clock = virtualClock();
    const controller = new AbortController();
    const { signal } = controller;
    const limited = timeLimit({ milliseconds, signal, clock }, never);
    controller.abort(new Error("enough"));
    await expect(limited).rejects.toThrow("enough");
    expect(clock.pending()).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  }
});

const failed = new Error("failed");

test.each<[string, () => Promise<string>, object]>([
  ["is done", async () => "done", { status: "fulfilled", value: "done" }],
  ["fails", () => Promise.reject(failed), { status: "rejected", reason: failed }],
  [
    "throws before it waits",
    () => {
      throw failed;
    },
    { status: "rejected", reason: failed },
  ],
])("work that %s leaves neither a timer nor a listener", async (_, work, ended) => {
  const clock = virtualClock();
  const { signal } = new AbortController();
  expect(await Promise.allSettled([timeLimit({ milliseconds: 50, signal, clock }, work)])).toEqual([ended]);
  expect(clock.pending()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a signal that has aborted starts no work", async () => {
  const work = vi.fn(never);
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(timeLimit({ milliseconds: 50, signal }, work)).rejects.toThrow("enough");
  expect(work).not.toHaveBeenCalled();
});
