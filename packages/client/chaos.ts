import { parseArgs } from "node:util";
import type { ChaosReport } from "./src/testing/chaos/chaos-run.ts";
import { chaosRuns, faultsIn } from "./src/testing/chaos/chaos-runs.ts";

const help = `Usage: pnpm chaos [--runs 200] [--from 1] [--records 2000] [--parallel 2]

Runs bulk over HTTP against the mock with its faults on, killed at random moments and gone on with until it ends, and
compares what it told and what the catalog holds with what had to come of it. A seed fixes the scenario; --from 17
--runs 1 plays one again.`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean" },
    runs: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    records: { type: "string", default: "2000" },
    parallel: { type: "string", default: "2" },
  },
});

if (values.help) console.log(help);
else {
  const first = Number(values.from);
  const seeds = Array.from({ length: Number(values.runs) }, (_, index) => first + index);
  const reports = await chaosRuns(seeds, {
    parallel: Number(values.parallel),
    records: Number(values.records),
    onReport(report) {
      const { seed, what, processes, faults } = report;
      const wrong = faultsIn(report);
      const verdict = wrong.length ? wrong.slice(0, 5).join("; ") : "as it has to be";
      console.log(`seed ${seed}: ${what}, ${processes} processes, ${faults} faults: ${verdict}`);
    },
  });
  const total = (value: (report: ChaosReport) => number) => reports.reduce((sum, report) => sum + value(report), 0);
  console.log(
    `${reports.length} runs, ${total(({ killed }) => killed)} kills, ${total(({ requests }) => requests)} requests, ` +
      `${total(({ faults }) => faults)} faults: ${total(({ lost }) => lost.length)} lost, ` +
      `${total(({ doubled }) => doubled.length)} doubled, ${total(({ wrong }) => wrong.length)} wrong, ` +
      `${total(({ different }) => different.length)} different in the catalog; ` +
      `${total(({ unknown }) => unknown)} deletions of which the old revision does not tell`,
  );
  const failed = reports.filter((report) => faultsIn(report).length).map(({ seed }) => seed);
  if (failed.length) {
    console.error(`These seeds failed: ${failed.join(", ")}`);
    process.exitCode = 1;
  }
}
