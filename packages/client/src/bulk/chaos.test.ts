import { expect, test } from "vitest";
import { chaosRuns, faultsIn } from "../testing/chaos/chaos-runs.ts";

test("killed and gone on with, faults and all: nothing is lost, doubled or told wrongly", {
  timeout: 600_000,
}, async () => {
  // More of them, and any of them again: `pnpm chaos`.
  const failedOnce = [87, 154];
  const seeds = [...failedOnce, ...Array.from({ length: 20 }, (_, index) => 1001 + index)];
  const reports = await chaosRuns(seeds, { parallel: 2 });
  expect(reports.flatMap((report) => faultsIn(report).map((fault) => `seed ${report.seed}: ${fault}`))).toEqual([]);
  expect(reports.reduce((sum, { killed }) => sum + killed, 0)).toBeGreaterThan(20);
  expect(reports.reduce((sum, { faults }) => sum + faults, 0)).toBeGreaterThan(100);
});
