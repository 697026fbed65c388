import { parseArgs } from "node:util";
import { chaosRun } from "./src/testing/chaos/chaos-run.ts";

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
  const seeds = Array.from({ length: Number(values.runs) }, (_, index) => Number(values.from) + index);
  const sum = { runs: 0, killed: 0, requests: 0, faults: 0, lost: 0, doubled: 0, wrong: 0, different: 0, unknown: 0 };
  const failed: number[] = [];
  const worker = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      const { what, processes, ...report } = await chaosRun(seed, Number(values.records));
      const { lost, doubled, wrong, different } = report;
      const faulty = [...lost, ...doubled, ...wrong, ...different];
      if (faulty.length) failed.push(seed);
      console.log(
        `seed ${seed}: ${what}, ${processes} processes, ${report.faults} faults: ${faulty.length ? faulty.slice(0, 5).join("; ") : "as it has to be"}`,
      );
      sum.runs++;
      for (const name of ["killed", "requests", "faults", "unknown"] as const) sum[name] += report[name];
      for (const name of ["lost", "doubled", "wrong", "different"] as const) sum[name] += report[name].length;
    }
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, worker));
  console.log(JSON.stringify(sum));
  if (failed.length) {
    console.error(`These seeds failed: ${failed.join(", ")}`);
    process.exitCode = 1;
  }
}
