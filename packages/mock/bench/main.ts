import { listRatios } from "./list-ratios.ts";
import { seedRates } from "./seed-rates.ts";
import { startTimes } from "./start-times.ts";

// Each line is printed as soon as it is known: on a busy machine the next one may take a while.
const starts = await startTimes(5);
print("start of the command (median)", `${Math.round(median(starts.map(({ listening }) => listening)))} ms`);
print("start of Node alone (median)", `${Math.round(median(starts.map(({ bareNode }) => bareNode)))} ms`);
print(
  "first request to the command (median)",
  `${Math.round(median(starts.map(({ firstAnswer }) => firstAnswer)))} ms`,
);

const rates = await seedRates();
const toBare = (name: "polled" | "inTurn") => median(rates[name].map((rate, i) => rate / (rates.bare[i] ?? 0)));
print("bare hono route", `${Math.round(median(rates.bare))} answers per CPU second`);
print("seed operation, one job polled / bare hono route", toBare("polled").toFixed(2));
print("seed operation, 200 jobs in turn / bare hono route", toBare("inTurn").toFixed(2));

for await (const [name, ratio] of listRatios()) print(`100,000 items / 1,000: ${name}`, ratio.toFixed(2));

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(56)}${value.padStart(28)}`);
}
