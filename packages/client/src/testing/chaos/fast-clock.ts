import type { MockClock } from "@org/mock";

/** How much faster the time of a chaos run passes than the machine's. */
const factor = 20;

/** Time that several processes share, and that passes twenty times as fast: it began at `origin`, milliseconds since 1970. */
export function fastClock(origin: number): MockClock {
  return {
    now: () => origin + (Date.now() - origin) * factor,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds / factor);
      return () => clearTimeout(timer);
    },
    advance() {
      throw new Error("Time that processes share moves by itself.");
    },
  };
}
