import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { printGoals } from "../goal.ts";
import { printTable } from "../print-table.ts";
import type { Scale } from "./scale-process.ts";

/** Time, memory and checkpoint of bulk runs up to a million records, on a virtual clock. */
export async function benchScale(): Promise<void> {
  const runs = [100_000, 1_000_000].map((records): Scale => {
    const file = join(import.meta.dirname, "scale-process.ts");
    // On a virtual clock a run makes garbage a thousand times as fast as in life, and what V8 lets lie about is its own
    // choice. A limit has it collect, and shows what a run needs: one that kept its records would end with an error.
    const flags = ["--max-semi-space-size=8", "--max-old-space-size=48"];
    return JSON.parse(execFileSync(process.execPath, [...flags, file, String(records)], { encoding: "utf8" }));
  });
  const rows = runs.map(({ records, ratio, refused, memoryAtStart, memory, checkpoint }) => [
    records.toLocaleString("en"),
    ratio.toFixed(3),
    String(refused),
    memoryAtStart.toFixed(0),
    memory.toFixed(0),
    (checkpoint / 1e6).toFixed(1),
  ]);
  printTable("Bulk on a virtual clock, with a checkpoint in a file and a heap of 48 MB at most", [
    ["records", "time / least time", "429s", "memory at the start, MB", "peak memory, MB", "checkpoint, MB"],
    ...rows,
  ]);
  const million = runs.at(-1) as Scale;
  printGoals([
    { text: "time of 1,000,000 records / what the limits allow", figure: million.ratio, atMost: 1.02 },
    { text: "peak memory of 1,000,000 records, MB", figure: million.memory, atMost: 200 },
    { text: "the same, at 100,000 records = 1", figure: million.memory / million.memoryAt100k, atMost: 1.25 },
  ]);
}
