import type { BulkOutcome } from "./bulk-outcome.ts";
import type { Entry } from "./chunk.ts";

/** An outcome that waits to be taken. */
export interface Told {
  entry: Entry;
  outcome: BulkOutcome<unknown>;
}

/** Outcomes in the order in which they are to be yielded. */
export interface Outbox {
  put(told: Told): void;
  take(): Told | undefined;
}

/** As they come. */
export function outboxByCompletion(): Outbox {
  let coming: Told[] = [];
  let going: Told[] = [];
  return {
    put: (told) => void coming.push(told),
    take() {
      if (!going.length) [going, coming] = [coming.reverse(), going];
      return going.pop();
    },
  };
}

/** As their records came. @param isSettled whether the record of an index has no outcome in this run */
export function outboxByInput(isSettled: (index: number) => boolean): Outbox {
  const waiting = new Map<number, Told>();
  let next = 0;
  return {
    put: (told) => void waiting.set(told.outcome.index, told),
    take() {
      while (!waiting.has(next) && isSettled(next)) next++;
      const told = waiting.get(next);
      if (told) waiting.delete(next++);
      return told;
    },
  };
}
