import type { Clock } from "../clock/clock.ts";

/** What a fault that takes time depends on. */
export interface FaultSurroundings {
  clock: Clock;
  /** Ends a wait. */
  signal: AbortSignal;
}
