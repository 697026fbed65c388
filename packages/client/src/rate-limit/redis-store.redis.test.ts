import { fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { redisStore } from "./redis-store.ts";

// a real Redis, of Debian's package redis-server
const installed = spawnSync("redis-server", ["--version"]).status === 0;

async function startRedis(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn("redis-server", ["--port", String(port), "--save", "", "--bind", "127.0.0.1"]);
  onTestFinished(async () => {
    server.kill();
    await once(server, "exit");
  });
  for await (const line of server.stdout) if (String(line).includes("Ready to accept connections")) break;
  server.stdout.resume();
  return port;
}

async function callers(count: number, ...args: (string | number)[]): Promise<number[]> {
  const file = fileURLToPath(new URL("../testing/redis-caller.ts", import.meta.url));
  const reports = Array.from({ length: count }, async () => {
    const [went] = await once(fork(file, args.map(String), { execArgv: [] }), "message");
    return went as number[];
  });
  return (await Promise.all(reports)).flat().sort((a, b) => a - b);
}

/** The most calls in any window of that length, wherever it starts. */
function most(times: readonly number[], length: number): number {
  let start = 0;
  return Math.max(
    ...times.map((time, end) => {
      while ((times[start] ?? 0) <= time - length) start += 1;
      return end - start + 1;
    }),
  );
}

test.runIf(installed)(
  "four processes share a burst limit: within it, and nine tenths of it",
  async () => {
    const times = await callers(4, await startRedis(), "burst", 75, 1_000_000, 5000);
    expect(most(times, 990)).toBeLessThanOrEqual(75);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect(seconds).toBeGreaterThan(3);
    expect(times.length / seconds / 75).toBeGreaterThan(0.9);
  },
  30_000,
);

test.runIf(installed)("a 429 holds back every process", async () => {
  const client = new Redis(await startRedis());
  const [one, other] = [redisStore({ client }), redisStore({ client })];
  const limits = { burst: 10, steady: 100 };
  const passage = await one.take("op", limits);
  if (typeof passage === "number") throw new Error("the first call was refused");
  passage.settle(new Response(null, { status: 429, headers: { "retry-after": "7" } }));
  await expect.poll(() => other.take("op", limits)).toBeGreaterThan(6000);
  client.disconnect();
});

test.runIf(installed)("operations and accounts have limits of their own", async () => {
  const client = new Redis(await startRedis());
  const limits = { burst: 1, steady: 1 };
  const mine = redisStore({ client, keyPrefix: "mine" });
  expect(await mine.take("op", limits)).toHaveProperty("settle");
  expect(await mine.take("op", limits)).toBeGreaterThan(0);
  expect(await mine.take("other", limits)).toHaveProperty("settle");
  expect(await redisStore({ client, keyPrefix: "yours" }).take("op", limits)).toHaveProperty("settle");
  client.disconnect();
});
