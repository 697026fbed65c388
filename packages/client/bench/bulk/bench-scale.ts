import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { printGoals } from "../goal.ts";
import { printTable } from "../print-table.ts";
import type { Scale } from "./scale-process.ts";

/** Time, memory and checkpoint of bulk runs up to a million records, on a virtual clock. */
export async function benchScale(): Promise<void> {
  const runs = [100_000, 1_000_000].map((records): Scale => {
    const file = join(import.meta.dirname, "scale-process.ts");
    return JSON.parse(execFileSync(process.execPath, [file, String(records)], { encoding: "utf8" }));
  });
  const rows = runs.map(({ records, ratio, refused, memory, checkpoint }) => [
    records.toLocaleString("en"),
    ratio.toFixed(3),
    String(refused),
    memory.toFixed(0),
    (checkpoint / 1e6).toFixed(1),
  ]);
  printTable("Bulk on a virtual clock, with a checkpoint in a file", [
    ["records", "time / least time", "429s", "peak memory, MB", "checkpoint, MB"],
    ...rows,
  ]);
  const million = runs.at(-1) as Scale;
  printGoals([
    { text: "time of 1,000,000 records / what the limits allow", figure: million.ratio, atMost: 1.02 },
    { text: "peak memory of 1,000,000 records, MB", figure: million.memory, atMost: 200 },
    { text: "the same, at 100,000 records = 1", figure: million.memory / million.memoryAt100k, atMost: 1.25 },
  ]);
}
