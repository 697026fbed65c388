import { virtualClock as mockClock, type VirtualClock } from "@org/mock";

export type { VirtualClock };

/** The mock's clock, from 0 on. */
export function virtualClock(): VirtualClock {
  return mockClock({ start: 0 });
}
