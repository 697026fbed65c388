import type { Clock } from "../basics/clock.ts";
import { onAbort } from "../basics/on-abort.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { isPermit, type Permit } from "./rate-limit-store.ts";

/** Options of {@link requestQueue}. */
export interface RequestQueueOptions {
  /** Named in errors. */
  operation: string;
  /** Asks the store for a permit for one call. */
  take(): Permit | number | Promise<Permit | number>;
  clock: Clock;
  /** Milliseconds that an answer of the store may take; `undefined` leaves it to what the calls may wait. */
  maxAnswer?: number | undefined;
}

/** How long a call may wait. */
export interface Patience {
  /** Milliseconds in all; `undefined`: any time, as long as no single wait is above `maxDelay`. */
  maxWait?: number | undefined;
  /** Milliseconds of the longest single wait without `maxWait`. */
  maxDelay: number;
}

/** Calls of one operation that wait for permits, in the order in which they came. */
export interface RequestQueue {
  /**
   * A permit when the call need not wait, or the promise of one. It rejects with the signal's reason, with what the store
   * throws, or with a {@link RateLimitError}.
   *
   * @param onWait told once when the limit makes the call wait: milliseconds until the store is asked again
   */
  enter(
    signal: AbortSignal | null | undefined,
    patience: Patience,
    onWait: (milliseconds: number) => void,
  ): Permit | Promise<Permit>;
}

interface WaitingCall {
  arrived: number;
  patience: Patience;
  onWait(milliseconds: number): void;
  resolve(permit: Permit): void;
  reject(reason: unknown): void;
  /** Takes the call's timer and its listener away. */
  cleanUp?(): void;
}

/** A question to the store that is under way. */
interface Question {
  /** Takes the timer of its answer away. */
  cancel?: (() => void) | undefined;
}

/** Questions to the store that are under way at once: enough for the highest limit, and a store that is far away. */
const mostQuestions = 100;

/**
 * Makes a {@link RequestQueue}. A question to the store is not bound to a call: the first call that waits gets the first
 * permit that comes. When the store says to wait, all wait; afterwards there are as many questions at once as got permits
 * before the wait, and one more with every permit, so that thousands of waiting calls do not ask in vain.
 */
export function requestQueue({ operation, take, clock, maxAnswer }: RequestQueueOptions): RequestQueue {
  /** By number: the first call that waits has the lowest one. */
  const calls = new Map<number, WaitingCall>();
  let lowest = 0;
  let next = 0;
  /** The lowest number of a call that may not know of the wait yet. */
  let untold = 0;
  const questions = new Set<Question>();
  let width = mostQuestions;
  let granted = 0;
  let pause: { until: number; cancel(): void } | undefined;

  const first = (): number => {
    while (lowest < next && !calls.has(lowest)) lowest++;
    return lowest;
  };

  /** Takes a call out of the queue; `undefined` when it is not there. */
  const remove = (number: number): WaitingCall | undefined => {
    const call = calls.get(number);
    if (!call) return undefined;
    calls.delete(number);
    call.cleanUp?.();
    // More questions than calls: the oldest may be one that is never answered, and later calls must not wait for it.
    const [oldest] = questions;
    if (oldest && questions.size > calls.size) end(oldest);
    if (!calls.size) {
      pause?.cancel();
      pause = undefined;
      width = mostQuestions;
      granted = 0;
    }
    return call;
  };

  /** Whether a call still waited for the answer. */
  const end = (question: Question): boolean => {
    question.cancel?.();
    return questions.delete(question);
  };

  const refuse = (number: number, wait?: number): void => {
    const call = remove(number);
    if (!call) return;
    const { maxWait, maxDelay } = call.patience;
    call.reject(new RateLimitError({ operation, wait, allowed: maxWait ?? maxDelay }));
  };

  /** Refuses a call that may not wait until the store is asked again. */
  const check = (number: number, { arrived, patience }: WaitingCall, wait: number): void => {
    const { maxWait, maxDelay } = patience;
    if (maxWait === undefined ? wait > maxDelay : clock.now() + wait > arrived + maxWait) refuse(number, wait);
  };

  const grant = (permit: Permit): void => {
    const call = remove(first());
    // Whoever asked for it has left.
    if (!call) {
      permit.release({ sent: false });
      return;
    }
    granted++;
    width = Math.min(width + 1, mostQuestions);
    call.resolve(permit);
  };

  const tell = (): void => {
    while (pause && untold < next) calls.get(untold++)?.onWait(pause.until - clock.now());
  };

  const hold = (wait: number): void => {
    const until = clock.now() + wait;
    for (const [number, call] of calls) check(number, call, wait);
    if (!calls.size || (pause && pause.until >= until)) return;
    pause?.cancel();
    // Timers of the platform count whole milliseconds, and a part of one would be asked for in vain.
    pause = { until, cancel: clock.after(Math.ceil(wait), resume) };
    tell();
  };

  const resume = (): void => {
    pause = undefined;
    width = Math.max(granted, 1);
    granted = 0;
    ask();
  };

  const fail = (error: unknown): void => {
    remove(first())?.reject(error);
  };

  const follow = (answer: unknown): void => {
    if (isPermit(answer)) grant(answer);
    else if (typeof answer === "number" && answer > 0) hold(answer);
    else {
      const said = typeof answer === "number" ? answer : typeof answer;
      fail(new TypeError(`The rate limit store must answer with a permit or with milliseconds above 0, not ${said}.`));
    }
  };

  const awaitAnswer = (answer: PromiseLike<unknown>): void => {
    const question: Question = {};
    questions.add(question);
    const failWith = (error: unknown): void => {
      if (end(question)) fail(error);
      ask();
    };
    const tooLong = (): void => failWith(new Error(`The rate limit store has not answered within ${maxAnswer} ms.`));
    question.cancel = timer(maxAnswer, tooLong);
    answer.then((said) => {
      if (end(question)) follow(said);
      else if (isPermit(said)) grant(said);
      ask();
    }, failWith);
  };

  const receive = (answer: unknown): void => {
    if ("then" in Object(answer)) awaitAnswer(answer as PromiseLike<unknown>);
    else follow(answer);
  };

  const ask = (): void => {
    while (!pause && questions.size < Math.min(calls.size, width)) {
      try {
        receive(take());
      } catch (error) {
        fail(error);
      }
    }
  };

  const timer = (milliseconds: number | undefined, callback: () => void): (() => void) | undefined =>
    milliseconds !== undefined && milliseconds < Number.POSITIVE_INFINITY
      ? clock.after(milliseconds, callback)
      : undefined;

  return {
    enter(signal, patience, onWait) {
      signal?.throwIfAborted();
      const answer = calls.size ? undefined : take();
      // Most calls go through at once, without the cost of a promise.
      if (isPermit(answer)) return answer;
      return new Promise((resolve, reject) => {
        const number = next++;
        const call: WaitingCall = { arrived: clock.now(), patience, onWait, resolve, reject };
        calls.set(number, call);
        const forget = signal && onAbort(signal, () => remove(number)?.reject(signal.reason));
        // A millisecond more, so that a wait of exactly maxWait ends with a permit.
        const { maxWait } = patience;
        const cancel = timer(maxWait === undefined ? undefined : maxWait + 1, () => refuse(number));
        call.cleanUp = () => {
          forget?.();
          cancel?.();
        };
        if (answer !== undefined) return receive(answer);
        if (pause) check(number, call, pause.until - clock.now());
        tell();
        ask();
      });
    },
  };
}
