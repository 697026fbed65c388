import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { virtualClock } from "../testing/virtual-clock.ts";
import { monotonic, sleep, systemClock } from "./clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  // First, because a spy that is restored later would bring the fake timers back for other files.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("the system's clock calls back after that time, and not when it is cancelled", () => {
  const began = systemClock.now();
  const [callback, cancelled] = [vi.fn(), vi.fn()];
  systemClock.after(1000, callback);
  systemClock.after(1000, cancelled)();
  vi.advanceTimersByTime(999);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(callback).toHaveBeenCalledOnce();
  expect(callback).toHaveBeenCalledWith();
  expect(cancelled).not.toHaveBeenCalled();
  expect(systemClock.now() - began).toBe(1000);
});

// The platform's own timer fires after 1 ms when it is set for more than this.
const longest = 2 ** 31 - 1;

test.each([longest, longest + 1, 2_592_000_000, 3 * longest])(
  "a timer of %d ms fires then, and not at once",
  (time) => {
    const set = vi.spyOn(globalThis, "setTimeout");
    const callback = vi.fn();
    systemClock.after(time, callback);
    vi.advanceTimersByTime(time - 1);
    expect(callback).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledOnce();
    for (const [, milliseconds] of set.mock.calls) expect(milliseconds).toBeLessThanOrEqual(longest);
    expect(set).toHaveBeenCalledTimes(Math.ceil(time / longest));
  },
);

test("a timer that is cancelled in its second month is gone, and one of Infinity never fires", () => {
  const callback = vi.fn();
  const cancel = systemClock.after(longest * 3, callback);
  const never = systemClock.after(Number.POSITIVE_INFINITY, callback);
  vi.advanceTimersByTime(longest + 1);
  cancel();
  vi.advanceTimersByTime(longest * 4);
  expect(callback).not.toHaveBeenCalled();
  never();
  expect(vi.getTimerCount()).toBe(0);
});

test("sleep takes the time of the clock, and leaves neither a timer nor a listener", async () => {
  const clock = virtualClock();
  vi.useRealTimers();
  const controller = new AbortController();
  const { signal } = controller;
  await clock.run(sleep(5000, signal, clock));
  expect(clock.now()).toBe(5000);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  const sleeping = sleep(5000, signal, clock);
  expect(clock.pending()).toBe(1);
  controller.abort("awake");
  await expect(sleeping).rejects.toBe("awake");
  expect(clock.pending()).toBe(0);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("nobody sleeps whose signal has aborted", async () => {
  await expect(sleep(5000, AbortSignal.abort("awake"))).rejects.toBe("awake");
  expect(vi.getTimerCount()).toBe(0);
});

test("sleep takes the system's time by default", async () => {
  const slept = vi.fn();
  sleep(1000, null).then(slept);
  await vi.advanceTimersByTimeAsync(999);
  expect(slept).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(slept).toHaveBeenCalledOnce();
});

test("a clock that is set back goes on from where it was", () => {
  let time = 100;
  const now = monotonic({ now: () => time, after: () => () => {} });
  expect(now()).toBe(100);
  time = 150;
  expect(now()).toBe(150);
  time = 20;
  expect(now()).toBe(150);
  time = 30;
  expect(now()).toBe(160);
  time = 0;
  expect(now()).toBe(160);
  time = 1000;
  expect(now()).toBe(1160);
});
