import { answerRate } from "./answer-rate.ts";
import { listRatios } from "./list-ratios.ts";
import { startTimes } from "./start-times.ts";

const rounds = 5;
const rates = { bare: [] as number[], mock: [] as number[] };
for (let round = 0; round < rounds; round++) {
  rates.bare.push(await answerRate("bare", 5_000));
  rates.mock.push(await answerRate("mock", 5_000));
}
const [bare, mock] = [median(rates.bare), median(rates.mock)];

print("start of the command (median)", `${Math.round(median(await startTimes(7)))} ms`);
print("bare hono route", `${Math.round(bare)} answers per CPU second`);
print("seed operation", `${Math.round(mock)} answers per CPU second`);
print("seed operation / bare hono route", (mock / bare).toFixed(2));
for (const [name, ratio] of Object.entries(await listRatios()))
  print(`100,000 items / 1,000: ${name}`, ratio.toFixed(2));

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(56)}${value.padStart(28)}`);
}
