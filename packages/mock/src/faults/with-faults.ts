import type { Clock } from "../clock/clock.ts";
import type { Fault } from "./fault.ts";
import { replaceResponse } from "./replace-response.ts";
import { spoilResponse } from "./spoil-response.ts";

export interface FaultSurroundings {
  clock: Clock;
  signal: AbortSignal;
}

/**
 * Plays faults around an answer: first those that take time, then those that keep the work from being done, then
 * those that spoil what came of it.
 *
 * @throws {Refusal} for the faults that the API itself reports
 * @throws {ConnectionReset}
 */
export async function withFaults(
  faults: readonly Fault[],
  answer: () => Promise<Response>,
  surroundings: FaultSurroundings,
): Promise<Response> {
  for (const { name, value = 0 } of faults)
    if (name === "latency") await surroundings.clock.sleep(value, surroundings.signal);
  for (const fault of faults) {
    const replacement = replaceResponse(fault);
    if (replacement) return replacement;
  }
  let response = await answer();
  for (const fault of faults) response = await spoilResponse(response, fault, surroundings);
  return response;
}
