import { expect, test } from "vitest";
import { virtualClock } from "./virtual-clock.ts";

test("time passes only when it is moved", async () => {
  const clock = virtualClock({ start: 1_000 });
  let slept = false;
  const sleeping = clock.sleep(500).then(() => {
    slept = true;
  });
  clock.advance(499);
  await Promise.resolve();
  expect([clock.now(), slept]).toEqual([1_499, false]);
  clock.advance(1);
  await sleeping;
  expect(slept).toBe(true);
});

test("sleepers wake in the order of their times", async () => {
  const clock = virtualClock();
  const woken: number[] = [];
  const all = [30, 10, 20].map((ms) => clock.sleep(ms).then(() => woken.push(ms)));
  clock.advance(100);
  await Promise.all(all);
  expect(woken).toEqual([10, 20, 30]);
});

test("an abort ends a sleep with its reason", async () => {
  const clock = virtualClock();
  const controller = new AbortController();
  const sleeping = clock.sleep(10, controller.signal);
  controller.abort(new Error("enough"));
  await expect(sleeping).rejects.toThrow("enough");
  await expect(clock.sleep(10, controller.signal)).rejects.toThrow("enough");
});
