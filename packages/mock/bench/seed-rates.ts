import { startServer } from "./start-server.ts";

const answers = 2_000;
const rounds = 9;

/** Answers per CPU second in each round: of a bare hono route, of one job polled, and of 200 jobs asked for in turn. */
export async function seedRates(): Promise<Record<"bare" | "polled" | "inTurn", number[]>> {
  const servers = {
    bare: await startServer("bare", 1),
    polled: await startServer("mock", 1),
    // more than the mock remembers the answers of
    inTurn: await startServer("mock", 200),
  };
  const names = ["bare", "polled", "inTurn"] as const;
  // The first thousands of answers are given by code that is not compiled yet.
  for (const name of names) await servers[name].rate(4 * answers);
  const rates = { bare: [] as number[], polled: [] as number[], inTurn: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const name of names) rates[name].push(await servers[name].rate(answers));
  for (const server of Object.values(servers)) server.stop();
  return rates;
}
