import type { RateLimits } from "@org/client";
import { lowerBound } from "../../src/testing/lower-bound.ts";
import { makespan } from "../../src/testing/makespan.ts";
import { seeded } from "../../src/testing/random.ts";
import { ways } from "../../src/testing/ways.ts";
import { printGoals } from "../goal.ts";
import { printTable } from "../print-table.ts";
import { onVirtualGlobals } from "./on-virtual-globals.ts";
import { type Scheduler, schedulers } from "./schedulers.ts";

const tiers: readonly Required<RateLimits>[] = [
  { burst: 75, steady: 750 },
  { burst: 350, steady: 3500 },
];
const random = seeded(20_260_715);
// when the server's windows began, which no client knows
const phases = Array.from({ length: 8 }, (_, seed) => {
  return { steadyPhase: random() * 60_000, burstPhase: random() * 1000, seed };
});

interface Run extends Required<RateLimits> {
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
  /** Share that the other caller got of what it asked for, of 1. */
  left: number;
}

const notes = `
  Of @org/client the worst of ${phases.length} random phases of the windows, of the others, which take long, one of them. time: 1 is
  the least for somebody who knows when the minute began, and is never refused, whenever the second did; beside another
  caller it leaves that one a third of each second, and all that it got of each minute. lost: calls that were given up.
  left to the other: of the third that it asked for.`;

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
  if (run.calls > (scheduler.most ?? Number.POSITIVE_INFINITY)) return { ...run, scheduler };
  const outcomes: Outcome[] = [];
  for (const phase of phases.slice(0, scheduler.phases))
    outcomes.push(await outcomeOf(scheduler, { ...run, ...phase }));
  const all = (part: keyof Outcome): number[] => outcomes.map((outcome) => outcome[part]);
  const outcome = {
    time: Math.max(...all("time")),
    refused: Math.max(...all("refused")),
    lost: Math.max(...all("lost")),
    left: Math.min(...all("left")),
  };
  return { ...run, scheduler, outcome };
}

async function outcomeOf(scheduler: Scheduler, run: Run & (typeof phases)[number]): Promise<Outcome> {
  const { calls, others, burst, steady, seed } = run;
  const { took, refused, succeeded, taken } = await onVirtualGlobals((clock) => {
    return makespan({ ...run, clock, policies: () => scheduler.policies({ burst, steady }, clock) });
  });
  const bound = lowerBound(calls, { ...run, burst: Math.round(burst * (1 - others)), ways: ways(seed), taken });
  const got = taken.reduce((sum, calls) => sum + (calls ?? 0), 0);
  return { time: took / bound, refused, lost: calls - succeeded, left: got / (steady * others * taken.length) };
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
