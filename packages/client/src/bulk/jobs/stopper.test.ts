import { expect, test } from "vitest";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { stopper } from "./stopper.ts";

function world() {
  const clock = virtualClock();
  const seen = { halts: 0 };
  const stop = stopper(clock, 1000, () => void seen.halts++);
  const isOver = () => [stop.halted.aborted, stop.expired.aborted];
  return { clock, stop, seen, isOver };
}

test("a failure stops nothing, and the first one counts", () => {
  const { stop, seen, isOver } = world();
  expect(stop.failure).toBeUndefined();
  stop.fail(undefined);
  stop.fail("later");
  stop.halt("at last");
  expect(stop.failure).toEqual({ error: undefined });
  expect([seen.halts, isOver()]).toEqual([1, [true, false]]);
});

test("a halt stops reading and sending at once, and waiting once its timeout is over", () => {
  const { clock, stop, seen, isOver } = world();
  stop.fail("first");
  expect(isOver()).toEqual([false, false]);
  stop.halt("second");
  expect([stop.failure, isOver()]).toEqual([{ error: "first" }, [true, false]]);
  clock.advance(600);
  stop.halt("third");
  clock.advance(399);
  expect(isOver()).toEqual([true, false]);
  clock.advance(1);
  expect([isOver(), seen.halts]).toEqual([[true, true], 1]);
});

test("the end stops everything, without a failure and without a timer that is left", () => {
  for (const isHalted of [false, true]) {
    const { clock, stop, seen, isOver } = world();
    if (isHalted) stop.halt("a reason");
    stop.end();
    expect(isOver()).toEqual([true, true]);
    expect(stop.failure).toEqual(isHalted ? { error: "a reason" } : undefined);
    expect([clock.pending(), seen.halts]).toEqual([0, isHalted ? 2 : 1]);
  }
});
