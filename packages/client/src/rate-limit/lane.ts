import { type Clock, sleep, wait } from "../basics/clock.ts";
import type { Passage } from "./rate-limit-store.ts";

/** What a store answers: through, or ask again in so many milliseconds. */
export type Verdict = Passage | number;

/** A queue in front of a store: a passage when it is the call's turn; rejects with the signal's reason if that aborts. */
export type Lane = (signal: AbortSignal | null | undefined) => Passage | Promise<Passage>;

/** Calls of one operation, in the order in which they came; only the first one asks the store. */
export function lane(take: () => Verdict | Promise<Verdict>, clock: Clock): Lane {
  let waiting = 0;
  let last: Promise<unknown> | undefined;

  return (signal) => {
    const first = waiting ? undefined : take();
    // most calls go through at once: no promise for them
    if ((first as Passage | undefined)?.settle) return first as Passage;
    const before = last;
    const enter = async (): Promise<Passage> => {
      try {
        if (waiting++) await wait((done) => void before?.then(done), signal);
        for (let asked = first ?? take(); ; asked = take()) {
          const verdict = await asked;
          if (typeof verdict !== "number") return verdict;
          await sleep(verdict, signal, clock);
        }
      } finally {
        waiting--;
      }
    };
    const entered = enter();
    // who leaves early lets nobody overtake those before
    last = entered.catch(() => before);
    return entered;
  };
}
