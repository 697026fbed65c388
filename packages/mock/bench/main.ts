import { listRatios } from "./list-ratios.ts";
import { startServer } from "./start-server.ts";
import { startTimes } from "./start-times.ts";

const answers = 5_000;
const rounds = 8;
const servers = { bare: await startServer("bare"), mock: await startServer("mock") };
const best = { bare: 0, mock: 0 };
for (let round = 0; round < 3; round++) for (const server of Object.values(servers)) await server.rate(answers);
// The best of the rounds counts: whatever else the machine does can only make a round worse.
for (let round = 0; round < rounds; round++) {
  best.bare = Math.max(best.bare, await servers.bare.rate(answers));
  best.mock = Math.max(best.mock, await servers.mock.rate(answers));
}
for (const server of Object.values(servers)) server.stop();

print("start of the command (median)", `${Math.round(median(await startTimes(7)))} ms`);
print("bare hono route", `${Math.round(best.bare)} answers per CPU second`);
print("seed operation", `${Math.round(best.mock)} answers per CPU second`);
print("seed operation / bare hono route", (best.mock / best.bare).toFixed(2));
for (const [name, ratio] of Object.entries(await listRatios()))
  print(`100,000 items / 1,000: ${name}`, ratio.toFixed(2));

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(56)}${value.padStart(28)}`);
}
