import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { referenceDocuments } from "../testing/reference-documents.ts";
import { vendorDocuments, vendorPairs } from "../testing/vendor-documents.ts";
import { measureGeneration } from "./measure-generation.ts";
import { measureScript } from "./measure-script.ts";

const help = `Usage: pnpm --filter ./scripts bench [--runs <number>] [--only generation]

Measures the pipeline and prints each figure as a part of what it may cost: 1.00 is the limit.
The whole API needs KLAVIYO_OPENAPI_DIR with the published documents, those of others KLAVIYO_VENDORS_DIR.`;

const { values } = parseArgs({
  options: { runs: { type: "string", default: "3" }, only: { type: "string" }, help: { type: "boolean" } },
});
if (values.help) console.log(help);
else await bench(Math.max(1, Number.parseInt(values.runs, 10) || 3));

async function bench(runs: number): Promise<void> {
  const print = (what: string, value: number, limit: number, unit: string) =>
    console.log(
      `${what.padEnd(62)} ${value.toFixed(2).padStart(8)} ${unit.padEnd(2)} of ${limit} ${unit.padEnd(2)} ${(value / limit).toFixed(2)}`,
    );

  const diff = async (what: string, args: string[], seconds: number, megabytes: number) => {
    const [cost] = await measureScript([["cli/spec-diff.ts", ...args, "--json"]], runs);
    if (!cost) return;
    print(what, cost.seconds, seconds, "s");
    print(`${what}, CPU`, cost.cpuSeconds, seconds, "s");
    print(`${what}, memory`, cost.megabytes, megabytes, "MB");
  };
  const generation = async (what: string, file: string) => {
    const { ours, alone } = await measureGeneration(file, runs);
    const name = `generation of ${what} (${ours.cpuSeconds.toFixed(1)} s, ${ours.megabytes.toFixed(0)} MB)`;
    print(`${name}, CPU`, ours.cpuSeconds / alone.cpuSeconds, 1.3, "x");
    print(`${name}, memory`, ours.megabytes / alone.megabytes, 1.3, "x");
  };

  if (values.only !== "generation") {
    await diff("spec:diff of Catalogs, 2023-12-15 -> 2026-07-15", ["2023-12-15", "2026-07-15"], 3, 1_024);
    for (const base of referenceDocuments.slice(0, -1)) {
      const last = referenceDocuments.at(-1) ?? base;
      await diff(`spec:diff --all, ${base.revision} -> ${last.revision}`, [base.file, last.file, "--all"], 10, 1_024);
    }
  }
  for (const { revision, file } of referenceDocuments) await generation(revision, file);
  if (referenceDocuments.length === 0) console.log("the whole API is not measured: set KLAVIYO_OPENAPI_DIR");
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    for (const { name, read } of vendorDocuments) {
      await writeFile(join(folder, name), await read());
      await generation(name, join(folder, name));
    }
    for (const { vendor, base, head } of values.only === "generation" ? [] : vendorPairs) {
      const files = [base, head].map(({ name }) => join(folder, name));
      await diff(`spec:diff --all, ${vendor}`, [...files, "--all"], 60, 2_048);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (vendorDocuments.length === 0) console.log("documents of other vendors are not measured: set KLAVIYO_VENDORS_DIR");
}
