import type { Aliases as GeneratedAliases } from "../generate/aliases.ts";
import type { ResourcePlace } from "./resource-at.ts";

/** Weightless to heavy, so that the larger index wins. */
export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

/** What an operation demands (`request`) and gives (`response`); `wire` is neither, `name` is what programs call it by. */
export type Direction = "request" | "response" | "wire" | "name";

export interface Finding {
  rule: string;
  direction: Direction;
  bump: Bump;
  /** Into the head document, or into the base where the head has no such place any more. */
  pointer: string;
  message: string;
  /** Whether the types show it or only the document does. */
  by: "compiler" | "wire";
  /** For readers of a report; not part of `--json`. */
  detail?: FindingDetail;
  snippet?: Snippet;
}

/** Code that compiles against the old package, and what becomes of it for the new one. */
export interface Snippet {
  before: string;
  after: string;
}

export interface FindingDetail {
  /** Steps from the operation's types: `["query", "page[size]"]`, `["200", "application/json", "data"]`. */
  path?: string[];
  /** What the message calls the place. */
  place?: string;
  /** The JSON:API resource that the place is in. */
  resource?: ResourcePlace;
  /** Values that an enum got or lost, as code. */
  values?: string;
  old?: string;
  new?: string;
}

export type Change = "added" | "removed" | "renamed" | "changed" | "unchanged";
export type Effect = "breaking" | "compatible" | "unchanged";

export interface OperationVerdict {
  method: string;
  /** As in the head, or in the base for a removed operation. */
  path: string;
  operationId: string;
  change: Change;
  bump: Bump;
  request: Effect;
  response: Effect;
  findings: Finding[];
  /** Where it was called otherwise. */
  former?: { path: string; operationId: string };
}

/** Each operation in one verdict: one that moved has two, and is counted as what became of its old place. */
export function withoutMovedHere(operations: readonly OperationVerdict[]): OperationVerdict[] {
  return operations.filter(({ change, former }) => !(change === "added" && former));
}

/** Former names that the generated types must go on offering, for the verdict to hold; filled while comparing. */
export type Aliases = { [Kind in keyof GeneratedAliases]: Record<string, string> };

export interface Verdict {
  bump: Bump;
  operations: OperationVerdict[];
  aliases: Aliases;
}

export function maxBump(items: Iterable<Bump>): Bump {
  let max = 0;
  for (const bump of items) max = Math.max(max, bumps.indexOf(bump));
  return bumps[max] ?? "none";
}
