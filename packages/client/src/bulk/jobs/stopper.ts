import type { Clock } from "../../basics/clock.ts";

/** Ends a run before its source does. */
export interface Stopper {
  /** Aborts when nothing is to be read or sent any more. */
  readonly halted: AbortSignal;
  /** Aborts when nothing is to be waited for any more. */
  readonly expired: AbortSignal;
  /** What the run ends with. */
  readonly failure: { error: unknown } | undefined;
  /** What was read is still sent and settled. */
  fail(error: unknown): void;
  /** What is open is settled within `timeout`; nothing else is sent. */
  halt(error: unknown): void;
  /** Nothing goes on. */
  end(): void;
}

/** Makes a {@link Stopper}. */
export function stopper(clock: Clock, timeout: number, onHalt: () => void): Stopper {
  const halted = new AbortController();
  const expired = new AbortController();
  let failure: Stopper["failure"];
  let cancel: (() => void) | undefined;
  return {
    halted: halted.signal,
    expired: expired.signal,
    get failure() {
      return failure;
    },
    fail(error) {
      failure ??= { error };
    },
    halt(error) {
      failure ??= { error };
      if (halted.signal.aborted) return;
      halted.abort();
      cancel = clock.after(timeout, () => expired.abort());
      onHalt();
    },
    end() {
      cancel?.();
      halted.abort();
      expired.abort();
      onHalt();
    },
  };
}
