import { getOrMake } from "./get-or-make.ts";

interface Waiting {
  callbacks: Set<() => void>;
  listener: () => void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back once when the signal aborts; returns what takes the callback back. A signal gets one listener however many
 * callbacks wait for it, because platforms search their listeners one by one: thousands of them would stall.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const mine = getOrMake(waiting, signal, listen);
  mine.callbacks.add(callback);
  return () => {
    mine.callbacks.delete(callback);
    if (mine.callbacks.size || waiting.get(signal) !== mine) return;
    // A listener that stays would keep a combined signal alive although nobody waits for it any more.
    waiting.delete(signal);
    signal.removeEventListener("abort", mine.listener);
  };
}

function listen(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", listener);
  return { callbacks, listener };
}
