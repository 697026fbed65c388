/** Lets any number of waiting parts of a run look again whether they can go on. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring. */
  wait(): Promise<void>;
}

/** Makes a {@link Bell}. */
export function bell(): Bell {
  let ring: () => void;
  let next: Promise<void>;
  const hang = (): void => {
    next = new Promise((resolve) => {
      ring = resolve;
    });
  };
  hang();
  return {
    ring() {
      ring();
      hang();
    },
    wait: () => next,
  };
}
