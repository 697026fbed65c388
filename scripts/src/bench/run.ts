import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCorrections } from "../generate/corrections.ts";
import { referenceDocuments } from "../testing/reference-documents.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { measureCommand } from "./measure-command.ts";
import { measureGeneration } from "./measure-generation.ts";

const help = `Usage: pnpm --filter ./scripts bench [--runs <number>]

Measures the pipeline and prints each figure as a part of what it may cost: 1.00 is the limit.
The whole API needs KLAVIYO_OPENAPI_DIR with the published documents.`;

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" }, help: { type: "boolean" } } });
if (values.help) console.log(help);
else await bench(Math.max(1, Number.parseInt(values.runs, 10) || 3));

async function bench(runs: number): Promise<void> {
  const print = (what: string, value: number, limit: number, unit: string) =>
    console.log(
      `${what.padEnd(58)} ${value.toFixed(2).padStart(8)} ${unit.padEnd(2)} of ${limit} ${unit.padEnd(2)} ${(value / limit).toFixed(2)}`,
    );

  const catalogs = await measureCommand("spec-diff", ["2023-12-15", "2026-07-15", "--json"], runs);
  print("spec:diff of Catalogs, 2023-12-15 -> 2026-07-15", catalogs.seconds, 3, "s");
  print("spec:diff of Catalogs, 2023-12-15 -> 2026-07-15, CPU", catalogs.cpuSeconds, 3, "s");
  const [first, last] = [referenceDocuments[0], referenceDocuments.at(-1)];
  if (!first || !last) {
    console.log("the whole API is not measured: set KLAVIYO_OPENAPI_DIR");
    return;
  }
  for (const base of referenceDocuments.slice(0, -1)) {
    const whole = await measureCommand("spec-diff", [base.file, last.file, "--all", "--json"], runs);
    const pair = `spec:diff --all, ${base.revision} -> ${last.revision}`;
    print(pair, whole.seconds, 10, "s");
    print(`${pair}, CPU`, whole.cpuSeconds, 10, "s");
    print(`${pair}, memory`, whole.megabytes, 1_024, "MB");
  }
  const corrections = await readCorrections(join(workspaceRoot, "openapi", "corrections.yaml"));
  const { ours, alone } = await measureGeneration(last.file, corrections, runs);
  print(`generation of ${last.revision} (${ours.toFixed(2)} s) against openapi-typescript`, ours / alone, 1.3, "x");
}
