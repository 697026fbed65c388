import { listRatios } from "./list-ratios.ts";
import { startServer } from "./start-server.ts";
import { startTimes } from "./start-times.ts";

const answers = 8_000;
const rounds = 9;
const servers = {
  bare: await startServer("bare", 1),
  polled: await startServer("mock", 1),
  // more than the mock remembers the answers of
  inTurn: await startServer("mock", 200),
};
const rates = { bare: [] as number[], polled: [] as number[], inTurn: [] as number[] };
const names = ["bare", "polled", "inTurn"] as const;
for (let round = 0; round < 3; round++) for (const name of names) await servers[name].rate(answers);
for (let round = 0; round < rounds; round++)
  for (const name of names) rates[name].push(await servers[name].rate(answers));
for (const server of Object.values(servers)) server.stop();

const toBare = (name: (typeof names)[number]) => median(rates[name].map((rate, i) => rate / (rates.bare[i] ?? 0)));
print("start of the command (median)", `${Math.round(median(await startTimes(7)))} ms`);
print("bare hono route", `${Math.round(median(rates.bare))} answers per CPU second`);
print("seed operation, one job polled / bare hono route", toBare("polled").toFixed(2));
print("seed operation, 200 jobs in turn / bare hono route", toBare("inTurn").toFixed(2));
for (const [name, ratio] of Object.entries(await listRatios()))
  print(`100,000 items / 1,000: ${name}`, ratio.toFixed(2));

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(56)}${value.padStart(28)}`);
}
