import type { Reply } from "../http/reply.ts";
import type { Fault } from "./fault.ts";
import type { FaultSurroundings } from "./fault-surroundings.ts";
import { replaceReply } from "./replace-reply.ts";
import { spoilReply } from "./spoil-reply.ts";

/**
 * Plays faults around an answer: first those that take time, then those that keep the work from being done, then
 * those that spoil what came of it.
 *
 * @throws {Refusal} for the faults that the API itself reports
 * @throws {ConnectionReset}
 */
export async function withFaults(
  faults: readonly Fault[],
  answer: () => Promise<Reply>,
  surroundings: FaultSurroundings,
): Promise<Reply> {
  for (const { name, value = 0 } of faults)
    if (name === "latency") await surroundings.clock.sleep(value, surroundings.signal);
  for (const fault of faults) {
    const replacement = replaceReply(fault);
    if (replacement) return replacement;
  }
  const reply = await answer();
  return faults.reduce((spoiled, fault) => spoilReply(spoiled, fault, surroundings), reply);
}
