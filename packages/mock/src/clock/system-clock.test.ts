import { expect, test } from "vitest";
import { systemClock } from "./system-clock.ts";

test("the machine's time can be shifted forward", () => {
  const clock = systemClock();
  const before = clock.now();
  clock.advance(3_600_000);
  expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
});

test("a timer fires by itself, or once the clock is shifted beyond it, and not when it is cancelled", async () => {
  const clock = systemClock();
  const fired: string[] = [];
  clock.after(3_600_000, () => fired.push("cancelled"))();
  await new Promise<void>((resolve) => clock.after(1, resolve));
  const late = new Promise<void>((resolve) => {
    clock.after(3_600_000, () => {
      fired.push("late");
      resolve();
    });
  });
  clock.advance(3_600_000);
  await late;
  expect(fired).toEqual(["late"]);
});

test("a timer may be longer than the platform's longest", async () => {
  const clock = systemClock();
  let fired = false;
  const cancel = clock.after(2 ** 32, () => {
    fired = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fired).toBe(false);
  cancel();
});
