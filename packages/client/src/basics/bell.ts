/** Lets any number of waiting functions look again whether they can go on. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring. */
  wait(): Promise<void>;
}

/** Makes a {@link Bell}. It may ring often: that costs nothing while nobody waits. */
export function bell(): Bell {
  let next: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  return {
    ring() {
      wake?.();
      next = wake = undefined;
    },
    wait() {
      next ??= new Promise((resolve) => {
        wake = resolve;
      });
      return next;
    },
  };
}
