import type { Verdict } from "../jobs/job-outcomes.ts";

/** What is known of records, in the order in which it is to be told. */
export interface Outbox {
  put(verdict: Verdict): void;
  take(): Verdict | undefined;
}

/** As they come. */
export function outboxByCompletion(): Outbox {
  let coming: Verdict[] = [];
  let going: Verdict[] = [];
  return {
    put: (verdict) => void coming.push(verdict),
    take() {
      if (!going.length) [going, coming] = [coming.reverse(), going];
      return going.pop();
    },
  };
}

/** As their records came. @param isSettled whether the record of an index has no outcome in this run */
export function outboxByInput(isSettled: (index: number) => boolean): Outbox {
  const waiting = new Map<number, Verdict>();
  let next = 0;
  return {
    put: (verdict) => void waiting.set(verdict.entry.index, verdict),
    take() {
      while (!waiting.has(next) && isSettled(next)) next++;
      const verdict = waiting.get(next);
      if (verdict) waiting.delete(next++);
      return verdict;
    },
  };
}
