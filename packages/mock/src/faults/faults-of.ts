import type { Incoming } from "../http/incoming.ts";
import { invalid } from "../http/refusals.ts";
import { type Fault, faultHeader } from "./fault.ts";
import type { FaultedCall, FaultPlanner } from "./faults.ts";
import { parseFaults } from "./parse-faults.ts";

/**
 * The faults to play for a request: the ones it asks for itself, then the ones of the rules.
 *
 * @throws {Refusal} 400 for a header that does not name faults
 */
export function faultsOf(request: Incoming, call: FaultedCall, planner: FaultPlanner): Fault[] {
  const planned = planner.plan(call);
  const header = request.headers[faultHeader];
  if (header === undefined) return planned;
  try {
    return [...parseFaults(header), ...planned];
  } catch (error) {
    throw invalid((error as Error).message, { parameter: faultHeader });
  }
}
