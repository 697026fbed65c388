import { invalid } from "../fragment/api-problem.ts";
import type { FaultedCall, FaultPlanner } from "./fault-rules.ts";
import type { Incoming } from "./request.ts";

/** What can go wrong, and what the number after `=` means. */
export const faultNames = [
  /** Milliseconds before anything else happens. */
  "latency",
  /** Refused as over the limit; seconds for `Retry-After`, 1 without. */
  "429",
  "500",
  "502",
  /** Seconds for `Retry-After`; no such header without. */
  "503",
  "504",
  /** The connection is reset before the work was done. */
  "reset-before",
  /** The work is done, but the connection is reset instead of answering. */
  "reset-after",
  /** The connection breaks in the middle of the body. */
  "cut",
  /** An HTML page, as from a proxy in front of the API; its status, 403 without. */
  "html",
  /** The right status and headers, no body. */
  "empty",
  /** The right body labelled `text/plain`. */
  "media-type",
  /** Milliseconds over which the body trickles in, 1,000 without. */
  "slow-body",
] as const;

export type FaultName = (typeof faultNames)[number];

/** A fault as written in options and in the header: `503`, `latency=250`. */
export type FaultText = FaultName | `${FaultName}=${number}`;

export interface Fault {
  name: FaultName;
  value?: number;
}

/** The request header that asks for faults: `x-mock-fault: latency=250, cut`. */
export const faultHeader = "x-mock-fault";

/**
 * Reads a list of faults, e.g. `latency=250, cut`.
 *
 * @throws {TypeError} for a name that is none or a value that is not a number
 */
export function parseFaults(text: string): Fault[] {
  return text.split(",").map((part) => {
    const [, name, value] = /^\s*([\w-]+)(?:=(\d+(?:\.\d+)?))?\s*$/.exec(part) ?? [];
    if (!isFaultName(name)) {
      throw new TypeError(`'${part.trim()}' is no fault; expected one of ${faultNames.join(", ")}, each with =number`);
    }
    return value === undefined ? { name } : { name, value: Number(value) };
  });
}

function isFaultName(name: string | undefined): name is FaultName {
  return faultNames.includes(name as FaultName);
}

/**
 * The faults to play for a request: the ones it asks for itself, then the ones of the rules.
 *
 * @throws {ApiProblem} 400 for a header that does not name faults
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
