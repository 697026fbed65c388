import { type Fault, type FaultName, faultNames } from "./fault.ts";

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
