import { getOrMake } from "./get-or-make.ts";

interface Listener {
  callbacks: Set<() => void>;
  handleEvent(): void;
}

const listeners = new WeakMap<AbortSignal, Listener>();

/**
 * Calls back when the signal aborts; returns what takes that back. However many wait for a signal, it has one listener:
 * a platform compares a new listener with all that are there, and Node takes many of them for a leak.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const listener = getOrMake(listeners, signal, listen);
  listener.callbacks.add(callback);
  return () => {
    if (!listener.callbacks.delete(callback) || listener.callbacks.size) return;
    signal.removeEventListener("abort", listener);
    listeners.delete(signal);
  };
}

function listen(signal: AbortSignal): Listener {
  const callbacks = new Set<() => void>();
  const listener = {
    callbacks,
    handleEvent() {
      for (const callback of callbacks) callback();
    },
  };
  signal.addEventListener("abort", listener);
  return listener;
}
