import type { Clock } from "@org/client";

/** Sets a timer, and says once that it waits no longer: because it fires, or because it is taken back. */
export function setTimer(
  clock: Pick<Clock, "after">,
  milliseconds: number,
  callback: () => void,
  onEnd: () => void,
): () => void {
  let waits = true;
  const end = (): void => {
    if (waits) onEnd();
    waits = false;
  };
  const cancel = clock.after(milliseconds, () => {
    end();
    callback();
  });
  return () => {
    end();
    cancel();
  };
}
