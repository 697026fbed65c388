import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { onAbort } from "./on-abort.ts";

function listening(signal: AbortSignal): number {
  return getEventListeners(signal, "abort").length;
}

test("all that wait for a signal are called back when it aborts, through one listener", () => {
  const controller = new AbortController();
  const callbacks = Array.from({ length: 3 }, () => vi.fn());
  for (const callback of callbacks) onAbort(controller.signal, callback);
  expect(listening(controller.signal)).toBe(1);
  for (const callback of callbacks) expect(callback).not.toHaveBeenCalled();
  controller.abort();
  for (const callback of callbacks) expect(callback).toHaveBeenCalledOnce();
});

test("who takes it back is not called, and the last one takes the listener along", () => {
  const controller = new AbortController();
  const [one, other] = [vi.fn(), vi.fn()];
  const forgetOne = onAbort(controller.signal, one);
  const forgetOther = onAbort(controller.signal, other);
  forgetOne();
  expect(listening(controller.signal)).toBe(1);
  forgetOther();
  expect(listening(controller.signal)).toBe(0);
  controller.abort();
  expect(one).not.toHaveBeenCalled();
  expect(other).not.toHaveBeenCalled();
});

test("taking it back twice does not disturb those who have come since", () => {
  const controller = new AbortController();
  const callback = vi.fn();
  const forget = onAbort(controller.signal, vi.fn());
  forget();
  onAbort(controller.signal, callback);
  forget();
  onAbort(controller.signal, vi.fn());
  expect(listening(controller.signal)).toBe(1);
  controller.abort();
  expect(callback).toHaveBeenCalledOnce();
});
