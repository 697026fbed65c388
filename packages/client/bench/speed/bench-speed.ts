import { printGoals } from "../goal.ts";
import { median } from "../median.ts";
import { printTable } from "../print-table.ts";
import { type Child, child } from "./child.ts";
import { type ContenderName, contenders } from "./contenders.ts";
import type { Cost, Round } from "./round.ts";

const names = Object.keys(contenders) as ContenderName[];
const generations = 10;
const rounds = 5;
// enough of them that every round has its share of garbage collection
const round: Round = { calls: 1000, concurrency: 32 };

type Costs = Record<ContenderName, Cost>;

/** Requests per second and CPU time a call, as ratios to raw fetch in the same round. */
export async function benchSpeed(): Promise<void> {
  const costs: Costs[] = [];
  // what the compiler makes of a process differs from process to process, so everybody gets several
  for (let number = 0; number < generations; number++) costs.push(...(await measure()));
  const ratios = (name: ContenderName, part: keyof Cost): number =>
    median(costs.map((costs) => costs[name][part] / costs["raw fetch"][part]));
  const title =
    `Speed: ratios to raw fetch at concurrency ${round.concurrency} on loopback, Node ${process.versions.node}; ` +
    `medians of ${generations * rounds} rounds of ${round.calls} calls in ${generations} processes each`;
  const rows = names.map((name) => [name, ratios(name, "rate").toFixed(2), ratios(name, "cpu").toFixed(2)]);
  printTable(title, [["", "requests/s", "CPU a call"], ...rows]);
  const to = (other: ContenderName, name: ContenderName, part: keyof Cost): number =>
    median(costs.map((costs) => costs[name][part] / costs[other][part]));
  const plain = "openapi-fetch 0.17";
  printGoals([
    { text: `requests/s, ${plain} = 1`, figure: to(plain, "@org/client", "rate"), atLeast: 0.97 },
    { text: `CPU a call, ${plain} = 1`, figure: to(plain, "@org/client", "cpu"), atMost: 1.05 },
    {
      text: "CPU a call with one middleware, none = 1",
      figure: to("@org/client", "@org/client, one middleware", "cpu"),
      atMost: 1.15,
    },
  ]);
}

async function measure(): Promise<Costs[]> {
  using stack = new DisposableStack();
  const server = stack.use(await child("server.ts"));
  const processes = new Map<ContenderName, Child>();
  for (const name of names) {
    const contender = stack.use(await child("contender-process.ts", [name, `http://127.0.0.1:${server.hello}`]));
    processes.set(name, contender);
    // the first calls run in the interpreter
    await contender.ask({ ...round, calls: 4000 });
  }
  const costs: Costs[] = [];
  for (let number = 0; number < rounds; number++) {
    const measured = {} as Costs;
    // everybody comes first, second and last in turn, so that a drift of the machine is nobody's
    for (const place of names.keys()) {
      const name = names[(place + number) % names.length] as ContenderName;
      measured[name] = await (processes.get(name) as Child).ask<Cost>(round);
    }
    costs.push(measured);
  }
  return costs;
}
