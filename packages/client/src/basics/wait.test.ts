import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { wait } from "./wait.ts";

test("resolves and rejects as it is told, and cleans up then", async () => {
  const { signal } = new AbortController();
  const cleanUp = vi.fn();
  const resolved = wait<number>((resolve) => {
    queueMicrotask(() => resolve(1));
    return cleanUp;
  }, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  expect(cleanUp).not.toHaveBeenCalled();
  expect(await resolved).toBe(1);
  expect(cleanUp).toHaveBeenCalledOnce();
  const rejected = wait((_, reject) => {
    reject(new Error("in vain"));
    return cleanUp;
  }, signal);
  await expect(rejected).rejects.toThrow("in vain");
  expect(cleanUp).toHaveBeenCalledTimes(2);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("an abort ends the wait with the signal's reason, and cleans up", async () => {
  const controller = new AbortController();
  const cleanUp = vi.fn();
  const waiting = wait(() => cleanUp, controller.signal);
  controller.abort("changed my mind");
  await expect(waiting).rejects.toBe("changed my mind");
  expect(cleanUp).toHaveBeenCalledOnce();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});

test("with a signal that has aborted, nothing begins", async () => {
  const start = vi.fn();
  await expect(wait(start, AbortSignal.abort("too late"))).rejects.toBe("too late");
  expect(start).not.toHaveBeenCalled();
});

test("what start throws is what the wait rejects with, and no listener stays", async () => {
  const { signal } = new AbortController();
  const start = (): undefined => {
    throw new Error("cannot begin");
  };
  await expect(wait(start, signal)).rejects.toThrow("cannot begin");
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("needs neither a signal nor anything to clean up", async () => {
  await expect(wait((resolve) => void resolve(), null)).resolves.toBeUndefined();
  await expect(wait((resolve) => void resolve())).resolves.toBeUndefined();
});
