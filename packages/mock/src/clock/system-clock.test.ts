import { expect, test } from "vitest";
import { systemClock } from "./system-clock.ts";

test("the machine's time can be shifted forward", () => {
  const clock = systemClock();
  const before = clock.now();
  clock.advance(3_600_000);
  expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
});

test("a sleep ends by itself, or by an abort with its reason", async () => {
  const clock = systemClock();
  await clock.sleep(1);
  const controller = new AbortController();
  const sleeping = clock.sleep(1_000_000, controller.signal);
  controller.abort(new Error("enough"));
  await expect(sleeping).rejects.toThrow("enough");
});
