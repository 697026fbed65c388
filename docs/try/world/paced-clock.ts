import { type MockClock, virtualClock } from "@org/mock";
import { setTimer } from "./set-timer.ts";

/** Time that runs at a multiple of real time, and exactly: each timer fires at the moment for which it was set. */
export interface PacedClock extends MockClock {
  /** How many milliseconds pass in one of real time. */
  speed: number;
  hold<Value>(work: Promise<Value>): Promise<Value>;
  stop(): void;
}

export interface PacedClockOptions {
  /** Resolves with real milliseconds at the next moment at which time is to move. @default the next animation frame */
  nextFrame?: () => Promise<number>;
  /** Work that takes no time of this clock, such as an answer that is being made: time stands still until it is done. */
  isBusy?: () => boolean;
}

/** A page that was hidden, or a slow machine, does not make time leap. */
const longestFrame = 100;

/** Turns of the event loop in which what a timer has set off can go on until it sets another one. */
const turnsOfAStep = 6;

export function pacedClock({ nextFrame = animationFrame, isBusy = () => false }: PacedClockOptions = {}): PacedClock {
  const clock = virtualClock();
  const due: number[] = [];
  const held = new Set<Promise<unknown>>();
  let stopped = false;

  const forget = (at: number): void => {
    due.splice(due.indexOf(at), 1);
  };

  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < turnsOfAStep || ((held.size > 0 || isBusy()) && !stopped); turn++) await nextTurn();
  };

  /** Moves from timer to timer, so that none sees a later time than its own. */
  const advanceTo = async (end: number): Promise<void> => {
    for (;;) {
      await settle();
      const next = due.reduce((first, at) => Math.min(first, at), end);
      clock.advance(next - clock.now());
      if (next >= end || stopped) return;
    }
  };

  const paced: PacedClock = {
    ...clock,
    speed: 1,
    after(milliseconds, callback) {
      const at = clock.now() + Math.max(milliseconds, 0);
      due.push(at);
      return setTimer(clock, milliseconds, callback, () => forget(at));
    },
    hold(work) {
      const done = (): void => void held.delete(work);
      held.add(work);
      work.then(done, done);
      return work;
    },
    stop: () => {
      stopped = true;
    },
  };

  const run = async (): Promise<void> => {
    let last = await nextFrame();
    while (!stopped) {
      const now = await nextFrame();
      await advanceTo(clock.now() + Math.min(now - last, longestFrame) * paced.speed);
      last = now;
    }
  };
  void run();
  return paced;
}

function animationFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A turn of the event loop. A timer of the platform would take four milliseconds where it is set again and again. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
