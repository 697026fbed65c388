import { fork } from "node:child_process";
import { join } from "node:path";
import { createMock } from "@org/mock";
import { printGoals } from "../goal.ts";
import { printTable } from "../print-table.ts";
import type { Pushed } from "./push-process.ts";
import { pushers } from "./pushers.ts";

const minute = 60_000;
/** Records that the limits allow in a minute. */
const mostRecords = 75_000;

interface Row extends Pushed {
  name: string;
  calls: number;
  refused: number;
}

/** Records a minute, calls and memory of a minute on the real clock, beside the straightforward script. */
export async function benchBulk(): Promise<void> {
  const rows: Row[] = [];
  for (const name of Object.keys(pushers)) rows.push(await push(name));
  printTable("Bulk: categories created in a minute against the mock over HTTP, with the limits of the API", [
    ["", "records a minute", "calls per 100 records", "429s", "memory at the start, MB", "peak memory, MB"],
    ...rows.map(({ name, done, calls, refused, memoryAtStart, memory }) => [
      name,
      done.toLocaleString("en"),
      ((calls / done) * 100).toFixed(2),
      String(refused),
      memoryAtStart.toFixed(0),
      memory.toFixed(0),
    ]),
  ]);
  const [ours, theirs] = rows as [Row, Row];
  printGoals([
    { text: "what the limits allow / records of a minute", figure: mostRecords / ours.done, atMost: 1.05 },
    { text: "429s", figure: ours.refused, atMost: 0 },
    { text: "peak memory / that of the other", figure: ours.memory / theirs.memory, atMost: 1 },
  ]);
}

async function push(name: string): Promise<Row> {
  let calls = 0;
  let refused = 0;
  const mock = createMock({
    requestLog: false,
    onRequest({ status }) {
      calls++;
      if (status === 429) refused++;
    },
  });
  const { url, close } = await mock.listen();
  // A window of the mock is a minute of the clock.
  await new Promise((resolve) => setTimeout(resolve, minute - (Date.now() % minute)));
  const file = join(import.meta.dirname, "push-process.ts");
  // It has to end within the window that it begins in, the start of its process included.
  const child = fork(file, [name, url, String(minute - 6000)]);
  const pushed = await new Promise<Pushed>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Pushed));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  await close();
  return { name, ...pushed, calls, refused };
}
