import { expect, test } from "vitest";
import { createMock } from "../create-mock.ts";
import { virtualClock } from "./virtual-clock.ts";

test("time passes only when it is moved", () => {
  const clock = virtualClock({ start: 1_000 });
  let fired = false;
  clock.after(500, () => {
    fired = true;
  });
  clock.advance(499);
  expect([clock.now(), fired]).toEqual([1_499, false]);
  clock.advance(1);
  expect([clock.now(), fired]).toEqual([1_500, true]);
});

test("timers fire in the order of their times, each at its own time, those that they set included", () => {
  const clock = virtualClock({ start: 0 });
  const fired: [string, number][] = [];
  const note = (name: string) => () => {
    fired.push([name, clock.now()]);
  };
  clock.after(30, note("late"));
  clock.after(10, () => {
    note("early")();
    clock.after(10, note("set by early"));
  });
  clock.after(10, note("early, too"));
  clock.after(20, note("cancelled"))();
  expect(clock.pending()).toBe(3);
  clock.advance(100);
  expect(fired).toEqual([
    ["early", 10],
    ["early, too", 10],
    ["set by early", 20],
    ["late", 30],
  ]);
  expect([clock.now(), clock.pending()]).toEqual([100, 0]);
});

test("run jumps from timer to timer until a promise settles", async () => {
  const clock = virtualClock({ start: 0 });
  const after = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const work = (async () => {
    await after(3_600_000);
    await after(60_000);
    return "done";
  })();
  expect(await clock.run(work)).toBe("done");
  expect(clock.now()).toBe(3_660_000);
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow("Nothing is left to happen");
  await expect(clock.run(Promise.reject(new Error("failed")))).rejects.toThrow("failed");
});

test("run() does not jump over work that takes real time, such as the mock's loading of a revision", async () => {
  const clock = virtualClock({ start: 0 });
  const work = new Promise((resolve) => setTimeout(resolve, 5, "loaded"));
  clock.after(30_000, () => {});
  expect(await clock.run(clock.hold?.(work) as Promise<unknown>)).toBe("loaded");
  expect(clock.now()).toBe(0);
  const mock = createMock({ clock });
  const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
  expect((await clock.run(mock.fetch("/api/catalog-items", { headers }))).status).toBe(200);
  expect(clock.now()).toBe(0);
});

test("a timer that was cancelled is no moment that time jumps to", async () => {
  const clock = virtualClock({ start: 0 });
  clock.after(10, () => {})();
  await clock.run(new Promise<void>((resolve) => clock.after(50, resolve)));
  clock.after(60, () => {})();
  await expect(clock.run(new Promise(() => {}))).rejects.toThrow("Nothing is left to happen");
  expect(clock.now()).toBe(50);
});
