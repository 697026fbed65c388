import { expect, test } from "vitest";
import { sleep } from "./clock.ts";
import { virtualClock } from "./virtual-clock.ts";

test("a sleep ends when its time has passed", async () => {
  const clock = virtualClock();
  const woken: number[] = [];
  const { signal } = new AbortController();
  const all = [30, 10, 20].map((ms) => sleep(clock, ms, signal).then(() => woken.push(ms)));
  clock.advance(100);
  await Promise.all(all);
  expect(woken).toEqual([10, 20, 30]);
});

test("an abort ends a sleep with its reason, and its timer", async () => {
  const clock = virtualClock();
  const controller = new AbortController();
  const sleeping = sleep(clock, 10, controller.signal);
  controller.abort(new Error("enough"));
  await expect(sleeping).rejects.toThrow("enough");
  await expect(sleep(clock, 10, controller.signal)).rejects.toThrow("enough");
  expect(clock.pending()).toBe(0);
});
