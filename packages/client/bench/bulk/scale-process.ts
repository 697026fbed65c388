// One run on a virtual clock in a process of its own, whose memory is looked at; prints a line of JSON.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileCheckpoint } from "../../src/checkpoint/file-checkpoint.ts";
import { bulkMakespan } from "../../src/testing/bulk-makespan.ts";

/** What a run of many records took. */
export interface Scale {
  records: number;
  ratio: number;
  refused: number;
  /** Megabytes of the process at most: before the run, until 100,000 records were done, and in all. */
  memoryAtStart: number;
  memoryAt100k: number;
  memory: number;
  /** Bytes of the checkpoint's files at most. */
  checkpoint: number;
}

const records = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), "bulk-scale-"));
const file = join(folder, "run.db");
let memoryAt100k = 0;
let checkpoint = 0;
const peak = (): number => process.resourceUsage().maxRSS / 1000;
const memoryAtStart = peak();
const onOutcome = (done: number): void => {
  if (done === 100_000) memoryAt100k = peak();
  if (done % 10_000 === 0) {
    checkpoint = Math.max(
      checkpoint,
      statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0),
    );
  }
};
try {
  const { ratio, server, done } = await bulkMakespan({ records, checkpoint: fileCheckpoint(file), onOutcome });
  if (done !== records) throw new Error(`${done} of ${records} records are done`);
  const { refused } = server;
  console.log(
    JSON.stringify({
      records,
      ratio,
      refused,
      memoryAtStart,
      memoryAt100k,
      memory: peak(),
      checkpoint,
    } satisfies Scale),
  );
} finally {
  rmSync(folder, { recursive: true });
}
