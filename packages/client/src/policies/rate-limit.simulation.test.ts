import { expect, test } from "vitest";
import type { OperationTable } from "../operations/operation-table.ts";
import type { RateLimits } from "../rate-limit/rate-limit-store.ts";
import { lowerBound } from "../testing/lower-bound.ts";
import { makespan } from "../testing/makespan.ts";
import { seeded } from "../testing/random.ts";
import { table } from "../testing/table.ts";
import { ways } from "../testing/ways.ts";
import { rateLimit } from "./rate-limit.ts";
import { retry } from "./retry.ts";

const tiers = [
  { burst: 75, steady: 750 },
  { burst: 350, steady: 3500 },
];
const random = seeded(20_260_715);
const somewhere = () => ({ steadyPhase: Math.round(random() * 60_000), burstPhase: Math.round(random() * 1000) });
const phases = [
  { steadyPhase: 0, burstPhase: 0 },
  // the first minute ends when it can just hold what is left: whoever wastes a few calls of it waits for another one
  { steadyPhase: 51_694, burstPhase: 736 },
  { steadyPhase: 57_630, burstPhase: 838 },
  ...Array.from({ length: 9 }, somewhere),
];
const cases = tiers.flatMap((tier) => phases.map((phase, seed) => ({ calls: 10_000, ...tier, ...phase, seed })));
const many = tiers.map((tier, seed) => ({ calls: 100_000, ...tier, ...somewhere(), seed }));

function limited(limits: RateLimits): OperationTable {
  return { ...table, profiles: table.profiles.map((profile) => ({ ...profile, ...limits })) };
}

test.each([...cases, ...many])(
  "alone, $calls calls at $burst/s and $steady/min from phases $steadyPhase and $burstPhase",
  async (run) => {
    const { took, succeeded, refused } = await makespan({
      ...run,
      policies: (clock) => [rateLimit(limited(run), { clock })],
    });
    expect({ succeeded, refused }).toEqual({ succeeded: run.calls, refused: 0 });
    expect(took / lowerBound(run.calls, { ...run, ways: ways(run.seed) })).toBeLessThan(1.01);
  },
  60_000,
);

test.each([...cases, ...many])(
  "beside another caller, $calls calls at $burst/s and $steady/min from phases $steadyPhase and $burstPhase",
  async (run) => {
    const { took, succeeded, refused, taken } = await makespan({
      ...run,
      others: 1 / 3,
      policies: (clock) => [retry({ clock }), rateLimit(limited(run), { clock })],
    });
    expect(succeeded).toBe(run.calls);
    expect(refused / run.calls).toBeLessThan(0.05);
    // a whole minute of the other caller is a third of the quota; the bound leaves it all that it took
    expect(Math.max(...taken.map((calls) => calls ?? 0)) / run.steady).toBeCloseTo(1 / 3, 1);
    const burst = Math.round((run.burst * 2) / 3);
    expect(took / lowerBound(run.calls, { ...run, burst, ways: ways(run.seed), taken })).toBeLessThan(1.05);
  },
  60_000,
);

test("a server that rounds the reset down costs one correction, not one a minute", async () => {
  const run = { calls: 10_000, burst: 75, steady: 750, steadyPhase: 17_300, burstPhase: 300, round: Math.floor };
  const { refused, succeeded } = await makespan({
    ...run,
    policies: (clock) => [retry({ clock }), rateLimit(limited(run), { clock })],
  });
  expect(succeeded).toBe(10_000);
  expect(refused).toBeLessThanOrEqual(75);
}, 60_000);
