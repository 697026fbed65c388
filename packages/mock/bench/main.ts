import { listRatios } from "./list-ratios.ts";
import { longestTurns } from "./longest-turns.ts";
import { seedRates } from "./seed-rates.ts";
import { type StartTime, startTimes } from "./start-times.ts";

// Each line is printed as soon as it is known: on a busy machine the next one may take a while.
const starts = await startTimes(9);
const start = (part: keyof StartTime) => median(starts.map((time) => time[part]));
print("start of the command (median; goal: 150 ms)", milliseconds(start("listening")));
print("- of which Node alone", milliseconds(start("bareNode")));
print("- of which Node's HTTP server", milliseconds(start("bareServer") - start("bareNode")));
print("- of which the mock", milliseconds(start("listening") - start("bareServer")));
print("first request to the command (median; goal: 200 ms)", milliseconds(start("firstAnswer")));

for await (const [name, longest] of longestTurns())
  print(`others wait, 5 MB: ${name} (goal: 50 ms)`, milliseconds(longest));

const rates = await seedRates();
const toBare = (name: "polled" | "inTurn") => median(rates[name].map((rate, i) => rate / (rates.bare[i] ?? 0)));
print("bare hono route", `${Math.round(median(rates.bare))} answers per CPU second`);
print("seed operation, one job polled / bare hono route", toBare("polled").toFixed(2));
print("seed operation, 200 jobs in turn / bare hono route", toBare("inTurn").toFixed(2));

for await (const [name, ratio] of listRatios()) print(`100,000 items / 1,000: ${name}`, ratio.toFixed(2));

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function milliseconds(number: number): string {
  return `${Math.round(number)} ms`;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(56)}${value.padStart(28)}`);
}
