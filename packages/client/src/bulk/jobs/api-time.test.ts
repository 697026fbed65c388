import { expect, test } from "vitest";
import { systemClock } from "../../basics/clock.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { apiTime } from "./api-time.ts";

test("until the API has told its time, it is that of the machine, or of a clock of one's own", () => {
  const own = apiTime(virtualClock());
  expect([own.now(), own.isKnown]).toEqual([0, false]);
  const before = Date.now();
  const machine = apiTime(systemClock);
  const now = machine.now();
  // The platform's two clocks may differ by a fraction of a millisecond.
  expect(now).toBeGreaterThanOrEqual(before - 1);
  expect(now).toBeLessThanOrEqual(Date.now() + 1);
  expect(machine.isKnown).toBe(false);
});

test("what the API has made just now tells its time, from then on", () => {
  const clock = virtualClock();
  clock.advance(500);
  const time = apiTime(clock);
  time.learn(70_000);
  clock.advance(3000);
  expect([time.now(), time.isKnown]).toEqual([73_000, true]);
});
