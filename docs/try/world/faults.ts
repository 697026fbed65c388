import type { FaultRule } from "@org/mock";

/** A fault that a visitor can switch on, and what it does to a request. */
export interface Fault {
  play: FaultRule["play"] & string;
  label: string;
  hint: string;
}

export const faults: readonly Fault[] = [
  { play: "429=2", label: "429", hint: "Throttled: try again in 2 seconds" },
  { play: "503=3", label: "503", hint: "Unavailable: try again in 3 seconds" },
  { play: "500", label: "500", hint: "A server error without Retry-After" },
  { play: "reset-before", label: "Reset before", hint: "The connection breaks before the work is done" },
  {
    play: "reset-after",
    label: "Reset after",
    hint: "The work is done, and the connection breaks instead of the answer",
  },
  { play: "cut", label: "Cut", hint: "The connection breaks in the middle of the body" },
  { play: "latency=1500", label: "Latency", hint: "The answer takes 1.5 seconds" },
  { play: "slow-body=2000", label: "Slow body", hint: "The body trickles in over 2 seconds" },
  { play: "html", label: "HTML", hint: "A proxy answers with a page, status 403" },
  { play: "empty", label: "Empty", hint: "The right status, and no body" },
];

/** Which requests of a run are hit. */
export interface Frequency {
  label: string;
  rule: Omit<FaultRule, "play">;
}

export const frequencies = {
  first: { label: "the first request", rule: { times: 1 } },
  three: { label: "the first three", rule: { times: 3 } },
  some: { label: "one in four", rule: { probability: 0.25 } },
  all: { label: "every request", rule: {} },
} as const satisfies Record<string, Frequency>;

export type FrequencyName = keyof typeof frequencies;
