import { expect, test } from "vitest";
import { type BurstWindow, burstWindow, type Slot } from "./burst-window.ts";

function windowOf(calls: number): BurstWindow {
  const window = burstWindow();
  window.limitTo(calls);
  return window;
}

/** Takes as many slots as there are. */
function fill(window: BurstWindow, now: number): Slot[] {
  const slots: Slot[] = [];
  while (window.freeAt(now) === 0) slots.push(window.use(now));
  return slots;
}

test("holds as many calls as its limit, and then one has to ask again within a second", () => {
  const window = windowOf(3);
  expect(fill(window, 100)).toHaveLength(3);
  expect(window.freeAt(100)).toBe(1100);
});

test("a call without an answer keeps its slot for two seconds", () => {
  const window = windowOf(1);
  window.use(0);
  expect(window.freeAt(1500)).toBe(2000);
  expect(window.freeAt(1999)).toBe(2000);
  expect(window.freeAt(2000)).toBe(0);
});

test("a call that has ended keeps its slot for a second, and the one that ended first is free first", () => {
  const window = windowOf(2);
  const [one, other] = [window.use(0), window.use(0)];
  window.end(other, 300);
  window.end(one, 200);
  expect(window.freeAt(400)).toBe(1200);
  expect(window.freeAt(1200)).toBe(0);
  expect(fill(window, 1200)).toHaveLength(1);
  expect(window.freeAt(1200)).toBe(1300);
});

test("an answer that comes when the slot is free again does not take it once more", () => {
  const window = windowOf(1);
  const slot = window.use(0);
  window.end(slot, 2000);
  expect(window.freeAt(2000)).toBe(0);
});

test("a slot that is given back is free at once", () => {
  const window = windowOf(1);
  window.giveBack(window.use(0));
  expect(window.freeAt(0)).toBe(0);
});

test("a refusal shortens the window by three tenths, and every answer gives it back a twentieth of a call", () => {
  const window = windowOf(10);
  window.learn(true);
  expect(fill(window, 0)).toHaveLength(7);
  for (let answers = 0; answers < 21; answers++) window.learn(false);
  expect(fill(window, 10_000)).toHaveLength(9);
  for (let answers = 0; answers < 100; answers++) window.learn(false);
  expect(fill(window, 20_000)).toHaveLength(10);
});

test("however many are refused, one call a second is tried", () => {
  const window = windowOf(10);
  for (let refusals = 0; refusals < 50; refusals++) window.learn(true);
  expect(fill(window, 0)).toHaveLength(1);
});

test("of different limits the smallest counts", () => {
  const window = windowOf(3);
  window.limitTo(2);
  window.limitTo(5);
  expect(fill(window, 0)).toHaveLength(2);
  window.learn(false);
  expect(fill(window, 10_000)).toHaveLength(2);
});

test("a smaller limit does not undo what refusals have taught", () => {
  const window = windowOf(10);
  for (let refusals = 0; refusals < 50; refusals++) window.learn(true);
  window.limitTo(9);
  expect(fill(window, 0)).toHaveLength(1);
});

test("without a limit any number fits, and nothing is remembered", () => {
  const window = burstWindow();
  for (let calls = 0; calls < 1000; calls++) window.use(0);
  expect(window.freeAt(0)).toBe(0);
  window.limitTo(1);
  expect(window.freeAt(0)).toBe(0);
});
