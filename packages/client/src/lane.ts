import type { Clock } from "./clock.ts";
import type { Passage } from "./rate-limit-store.ts";

/** What a store answers: through, or ask again in so many milliseconds. */
export type Verdict = Passage | number;

/** Calls of one operation, waiting in order. */
export interface Lane {
  /** A passage when it is this call's turn; rejects with the signal's reason when it aborts first. */
  enter(signal: AbortSignal): Passage | Promise<Passage>;
  /** Asks the store again, since it has learned something; not one of another process, which is far away. */
  pump(): void;
}

interface Waiter {
  admit(passage: Passage): void;
  refuse(error: unknown): void;
}

/** A queue in front of a store; one timer, and only while somebody waits. */
export function lane(take: () => Verdict | Promise<Verdict>, clock: Clock): Lane {
  const waiting = new Set<Waiter>();
  let asking = false;
  let remote = false;
  let cancel: (() => void) | undefined;

  const pump = async (asked = take()): Promise<void> => {
    cancel?.();
    asking = true;
    try {
      for (let answer = asked; waiting.size; answer = take()) {
        remote = answer instanceof Promise;
        const verdict = answer instanceof Promise ? await answer : answer;
        const [first] = waiting;
        if (typeof verdict === "number") {
          if (first) cancel = clock.after(verdict, pump);
          return;
        }
        if (first) first.admit(verdict);
        // everybody left while a store of another process was thinking
        else verdict.settle();
        if (!waiting.size) return;
      }
    } catch (error) {
      for (const waiter of waiting) waiter.refuse(error);
    } finally {
      asking = false;
    }
  };

  const wait = (signal: AbortSignal): Promise<Passage> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const leave = (): void => {
        waiting.delete(waiter);
        signal.removeEventListener("abort", abort);
        if (!waiting.size) cancel?.();
      };
      const waiter: Waiter = {
        admit(passage) {
          leave();
          resolve(passage);
        },
        refuse(error) {
          leave();
          reject(error);
        },
      };
      const abort = (): void => waiter.refuse(signal.reason);
      signal.addEventListener("abort", abort);
      waiting.add(waiter);
    });

  return {
    enter(signal) {
      if (waiting.size || asking) return wait(signal);
      const answer = take();
      if (typeof answer === "object" && !(answer instanceof Promise)) return answer;
      const entered = wait(signal);
      void pump(answer);
      return entered;
    },
    pump() {
      if (waiting.size && !asking && !remote) void pump();
    },
  };
}
