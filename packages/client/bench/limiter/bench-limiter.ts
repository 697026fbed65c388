import type { RateLimits } from "@org/client";
import { lowerBound } from "../../src/testing/lower-bound.ts";
import { makespan } from "../../src/testing/makespan.ts";
import { printGoals } from "../goal.ts";
import { printTable } from "../print-table.ts";
import { onVirtualGlobals } from "./on-virtual-globals.ts";
import { type Scheduler, schedulers } from "./schedulers.ts";

const tiers: readonly RateLimits[] = [
  { burst: 75, steady: 750 },
  { burst: 350, steady: 3500 },
];
// when the server's windows began, which no client knows
const phases = { steadyPhase: 17_300, burstPhase: 300 };

interface Run extends RateLimits {
  calls: number;
  /** Share of the windows that a caller takes whom nobody tells about. */
  others: number;
}

interface Row extends Run {
  scheduler: Scheduler;
  outcome?: Outcome;
}

interface Outcome {
  /** Time until the last answer / the lower bound. */
  time: number;
  refused: number;
  /** Calls that were given up. */
  lost: number;
  /** Share that the other caller got of what it asked for. */
  left: number;
}

const notes = `
  time: 1 is the least that the windows allow to somebody who knows when the minute began but not the second, and who
  leaves the other caller what it got. lost: calls that were given up. left to the other: of the third that it asked for.`;

/** Time until the last answer against the time that the windows allow, and refusals, on a virtual clock. */
export async function benchLimiter(): Promise<void> {
  const rows: Row[] = [];
  for (const others of [0, 1 / 3]) {
    for (const tier of tiers) {
      for (const calls of [10_000, 100_000]) {
        for (const scheduler of schedulers) rows.push(await simulate(scheduler, { ...tier, calls, others }));
      }
    }
  }
  const title = "Rate limit: time / lower bound of time, and 429s; a server with fixed windows on a virtual clock";
  printTable(title, [
    ["", "limits", "calls", "windows", "time", "429s", "lost", "left to the other"],
    ...rows.map(cells),
  ]);
  console.log(notes);
  const worst = (part: keyof Outcome, shared: boolean): number => {
    const ours = rows.filter(({ scheduler, others }) => scheduler.name === "@org/client" && others > 0 === shared);
    return Math.max(...ours.map(({ outcome }) => outcome?.[part] ?? Number.NaN));
  };
  printGoals([
    { text: "time / lower bound of @org/client alone, the worst", figure: worst("time", false), atMost: 1.01 },
    { text: "429s of @org/client alone", figure: worst("refused", false), atMost: 0 },
    {
      text: "time / lower bound of @org/client beside another caller, the worst",
      figure: worst("time", true),
      atMost: 1.05,
    },
  ]);
}

async function simulate(scheduler: Scheduler, run: Run): Promise<Row> {
  const { calls, others, burst, steady } = run;
  if (calls > (scheduler.most ?? Number.POSITIVE_INFINITY)) return { ...run, scheduler };
  const { took, refused, succeeded, taken } = await onVirtualGlobals((clock) => {
    return makespan({ ...run, ...phases, clock, policies: () => scheduler.policies({ burst, steady }, clock) });
  });
  const left = Math.round(burst * (1 - others));
  const bound = lowerBound(calls, { steady, ...phases, burst: left, burstPhase: undefined, taken });
  const got = taken.reduce((sum, calls) => sum + (calls ?? 0), 0);
  const outcome = {
    time: took / bound,
    refused,
    lost: calls - succeeded,
    left: got / (steady * others * taken.length),
  };
  return { ...run, scheduler, outcome };
}

function cells({ scheduler, burst, steady, calls, others, outcome }: Row): string[] {
  const run = [scheduler.name, `${burst}/s ${steady}/min`, calls.toLocaleString("en"), others ? "shared" : "alone"];
  if (!outcome) return [...run, "not run", "", "", ""];
  const { time, refused, lost, left } = outcome;
  return [
    ...run,
    time.toFixed(3),
    refused.toLocaleString("en"),
    lost.toLocaleString("en"),
    others ? left.toFixed(2) : "",
  ];
}
