import { median } from "../median.ts";
import { printTable } from "../print-table.ts";
import { child } from "./child.ts";
import type { ContenderName } from "./contenders.ts";
import type { Round } from "./round.ts";

const generations = 5;
const round: Round = { calls: 10_000, concurrency: 32 };
const names = ["openapi-fetch 0.17", "@org/client"] as const;

/** Where the time of a call goes that neither waits nor fails, by the rooms of the client. */
export async function benchParts(): Promise<void> {
  const costs: Record<string, Record<string, number>[]> = {};
  for (let number = 0; number < generations; number++) {
    for (const name of names) costs[name] = [...(costs[name] ?? []), await profileOf(name)];
  }
  const microseconds = (name: string, part: string): number =>
    median((costs[name] ?? []).map((costs) => costs[part] ?? 0));
  const parts = [...new Set(Object.values(costs).flat().flatMap(Object.keys))];
  const heaviestFirst = parts.toSorted((a, b) => microseconds("@org/client", b) - microseconds("@org/client", a));
  printTable(
    `Parts: microseconds a call by a sampling profiler, Node ${process.versions.node}; medians of ${generations} ` +
      `processes of ${round.calls} calls`,
    [
      ["", ...names],
      ...heaviestFirst.map((part) => [part, ...names.map((name) => microseconds(name, part).toFixed(1))]),
    ],
  );
}

async function profileOf(name: ContenderName): Promise<Record<string, number>> {
  using stack = new DisposableStack();
  const server = stack.use(await child("server.ts"));
  const contender = stack.use(await child("parts-process.ts", [name, `http://127.0.0.1:${server.hello}`]));
  // the first calls run in the interpreter
  await contender.ask(round);
  return await contender.ask(round);
}
