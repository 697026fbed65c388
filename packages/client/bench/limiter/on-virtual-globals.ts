import { type VirtualClock, virtualClock } from "../../src/testing/virtual-clock.ts";

interface Timer {
  cancel(): void;
}

/** Runs something while the global timers and `Date.now` are those of a virtual clock, for libraries that know no other. */
export async function onVirtualGlobals<Value>(run: (clock: VirtualClock) => Promise<Value>): Promise<Value> {
  const clock = virtualClock();
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = Date;
  const timers = {
    setTimeout: (callback: () => void, milliseconds = 0): Timer => ({ cancel: clock.after(milliseconds, callback) }),
    clearTimeout: (timer?: Timer): void => timer?.cancel(),
  };
  Object.assign(globalThis, timers);
  Date.now = clock.now;
  try {
    return await run(clock);
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Date.now = now;
  }
}
