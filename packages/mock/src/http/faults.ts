export type FaultName =
  | "latency"
  | "429"
  | "500"
  | "502"
  | "503"
  | "504"
  | "html"
  | "reset-before"
  | "reset-after"
  | "cut"
  | "empty"
  | "media-type"
  | "slow-body";

interface FaultKind {
  when: "wait" | "instead" | "after";
  value?: { from: number; to: number; what: string; whole?: boolean; not?: readonly number[] };
}

/** A platform's timers wait no longer. */
const longestWait = 2_147_483_647;
const milliseconds = { from: 0, to: longestWait, what: "milliseconds" };
const seconds = { from: 0, to: longestWait, what: "whole seconds", whole: true };

/**
 * What can go wrong, and what the number after `=` means. `wait` comes first; of `instead` there can be one, which
 * keeps the work from being done; `after` spoils what came of it.
 */
const catalogue: Readonly<Record<FaultName, FaultKind>> = {
  /** Before anything else happens. */
  latency: { when: "wait", value: milliseconds },
  /** Refused as over the limit, with `Retry-After`, 1 without a number. */
  "429": { when: "instead", value: seconds },
  "500": { when: "instead", value: seconds },
  "502": { when: "instead", value: seconds },
  /** With `Retry-After`; no such header without a number. */
  "503": { when: "instead", value: seconds },
  "504": { when: "instead", value: seconds },
  /** An HTML page, as from a proxy in front of the API; its status, 403 without a number. */
  html: {
    when: "instead",
    value: { from: 200, to: 599, what: "a status that has a body", whole: true, not: [204, 205, 304] },
  },
  /** The connection is reset before the work was done. */
  "reset-before": { when: "instead" },
  /** The work is done, but the connection is reset instead of answering. */
  "reset-after": { when: "after" },
  /** The connection breaks in the middle of the body, or instead of an answer without one. */
  cut: { when: "after" },
  /** The right status and headers, no body. */
  empty: { when: "after" },
  /** The right body labelled `text/plain`. */
  "media-type": { when: "after" },
  /** The time over which the body trickles in, or that an answer without one takes; 1,000 without a number. */
  "slow-body": { when: "after", value: milliseconds },
};

/** A fault as written in options and in the header: `503`, `latency=250`. */
export type FaultText = FaultName | `${FaultName}=${number}`;

export interface Fault {
  name: FaultName;
  value?: number;
}

/**
 * Reads a list of faults that are to happen together, e.g. `latency=250, cut`.
 *
 * @throws {TypeError} for a name that is none, a value that is impossible or faults that cannot all happen
 */
export function parseFaults(text: string): Fault[] {
  const faults = text.split(",").map(parseFault);
  const wrong = conflictIn(faults);
  if (wrong !== undefined) throw new TypeError(wrong);
  return faults;
}

function parseFault(part: string): Fault {
  const [, name = "", text] = /^\s*([\w-]+)(?:=(\S*))?\s*$/.exec(part) ?? [];
  if (!Object.hasOwn(catalogue, name)) {
    const names = Object.keys(catalogue).join(", ");
    throw new TypeError(`'${part.trim()}' is no fault; expected one of ${names}, some with =number`);
  }
  const { value: range } = catalogue[name as FaultName];
  if (text === undefined) return { name: name as FaultName };
  if (range === undefined) throw new TypeError(`'${part.trim()}': ${name} takes no number`);
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const { from, to, what, whole = false, not = [] } = range;
  if (!(value >= from && value <= to) || (whole && !Number.isInteger(value)) || not.includes(value)) {
    throw new TypeError(`'${part.trim()}': ${name} takes ${what}, from ${from} to ${to}`);
  }
  return { name: name as FaultName, value };
}

/** Why faults cannot all happen to one request, if they cannot. */
export function conflictIn(faults: readonly Fault[]): string | undefined {
  const names = faults.map((fault) => fault.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `'${twice}' cannot happen twice`;
  const instead = names.filter((name) => catalogue[name].when === "instead");
  if (instead.length > 1) return `'${instead[0]}' and '${instead[1]}' cannot both happen`;
  const reset = names.find((name) => name.startsWith("reset-"));
  const beside = names.find((name) => name !== reset && name !== "latency");
  if (reset !== undefined && beside !== undefined) return `nobody would see '${beside}' beside '${reset}'`;
  const shaped = names.find((name) => name === "cut" || name === "slow-body");
  return names.includes("empty") && shaped !== undefined
    ? `'${shaped}' needs a body, which 'empty' takes away`
    : undefined;
}
