import { onAbort } from "./on-abort.ts";

/**
 * Waits for what `start` begins, and rejects with the signal's reason as soon as that aborts. However the wait ends,
 * what `start` has returned is called then, to clean up.
 */
export function wait<Value = void>(
  start: (resolve: (value: Value) => void, reject: (reason: unknown) => void) => (() => void) | undefined,
  signal?: AbortSignal | null,
): Promise<Value> {
  let cleanUp: (() => void) | undefined;
  let forget: (() => void) | null | undefined;
  const begun = new Promise<Value>((resolve, reject) => {
    signal?.throwIfAborted();
    forget = signal && onAbort(signal, () => reject(signal.reason));
    cleanUp = start(resolve, reject);
  });
  return begun.finally(() => {
    forget?.();
    cleanUp?.();
  });
}
