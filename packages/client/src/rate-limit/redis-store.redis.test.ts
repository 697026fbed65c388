import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { createClient } from "redis";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../basics/clock.ts";
import { rateLimit } from "../policies/rate-limit.ts";
import { attempt } from "../testing/attempt.ts";
import { seeded } from "../testing/random.ts";
import { serve } from "../testing/serve.ts";
import { table } from "../testing/table.ts";
import { windowServer } from "../testing/window-server.ts";
import { memoryStore } from "./memory-store.ts";
import { type CallEnd, isPermit, type Permit, type RateLimitStore } from "./rate-limit-store.ts";
import { type RedisClient, redisStore } from "./redis-store.ts";

// A real Redis, of Debian's package redis-server.
const installed = spawnSync("redis-server", ["--version"]).status === 0;
const operation = "GET /api/catalog-items/{}";
const limits = { burst: 10, steady: 100 };

async function startRedis(fixed?: number): Promise<[number, ChildProcess]> {
  const port = fixed ?? 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn("redis-server", ["--port", String(port), "--save", "", "--bind", "127.0.0.1"]);
  onTestFinished(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  });
  let output = "";
  for await (const lines of server.stdout.setEncoding("utf8")) {
    output += lines;
    if (isReady(output)) break;
  }
  if (!fixed && output.includes("Address already in use")) return startRedis();
  if (!isReady(output)) throw new Error(`redis-server has ended: ${output}`);
  server.stdout.resume();
  return [port, server];
}

function isReady(output: string): boolean {
  return output.includes("Ready to accept connections");
}

async function ioredis(port: number): Promise<Redis> {
  const client = new Redis(port);
  client.on("error", () => {});
  onTestFinished(() => client.disconnect());
  return client;
}

async function nodeRedis(port: number): Promise<RedisClient> {
  const client = createClient({ socket: { port } });
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.destroy());
  return client;
}

const clients: [name: string, connect: (port: number) => Promise<RedisClient>][] = [
  ["ioredis", ioredis],
  ["redis", nodeRedis],
];

async function permitOf(store: RateLimitStore): Promise<Permit> {
  const answer = await store.take(operation, limits);
  if (!isPermit(answer)) throw new Error(`no permit but ${answer}`);
  return answer;
}

async function taken(store: RateLimitStore): Promise<number> {
  let permits = 0;
  while (isPermit(await store.take(operation, limits))) permits++;
  return permits;
}

test.runIf(installed).each(clients)(
  "%s: a burst is shared, and a call that was not sent gives its slot back",
  async (...[, connect]) => {
    const client = await connect((await startRedis())[0]);
    const [one, other] = [redisStore({ client }), redisStore({ client })];
    const permit = await permitOf(one);
    await permitOf(other);
    expect(await taken(other)).toBe(8);
    const wait = await one.take(operation, limits);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(1000);
    permit.release({ sent: false });
    await expect.poll(() => taken(one)).toBe(1);
  },
);

test.runIf(installed).each(clients)("%s: what the API says to one process holds for all", async (_, connect) => {
  const client = await connect((await startRedis())[0]);
  const [one, other] = [redisStore({ client }), redisStore({ client })];
  const headers = { "ratelimit-limit": "100", "ratelimit-remaining": "2", "ratelimit-reset": "40" };
  (await permitOf(one)).release(new Response(null, { headers }));
  await sleep(50);
  expect(await taken(other)).toBe(2);
  expect(await other.take(operation, limits)).toBeGreaterThan(30_000);
  const refusal = new Response(null, { status: 429, headers: { "retry-after": "2592000" } });
  const elsewhere = redisStore({ client, keyPrefix: "elsewhere" });
  (await permitOf(elsewhere)).release(refusal);
  await expect.poll(() => elsewhere.take(operation, limits)).toBeGreaterThan(2_000_000_000);
});

test.runIf(installed)("operations and accounts have limits of their own, and no limits are no limits", async () => {
  const client = await ioredis((await startRedis())[0]);
  const [mine, yours] = [redisStore({ client, keyPrefix: "mine" }), redisStore({ client, keyPrefix: "yours" })];
  const one = { burst: 1, steady: 1 };
  expect(await mine.take("op", one)).toHaveProperty("release");
  expect(await mine.take("op", one)).toBeGreaterThan(0);
  expect(await mine.take("other", one)).toHaveProperty("release");
  expect(await yours.take("op", one)).toHaveProperty("release");
  for (let calls = 0; calls < 50; calls++) expect(await mine.take("free", {})).toHaveProperty("release");
});

/** A client whose scripts see this time instead of Redis' own. */
function atTime(client: Redis, now: () => number): RedisClient {
  return {
    eval: (script: string, keys: number, ...rest: string[]) => {
      const time = `{ ${Math.floor(now() / 1000)}, ${(now() % 1000) * 1000} }`;
      expect(script).toContain('redis.call("TIME")');
      return client.eval(script.replace('redis.call("TIME")', time), keys, ...rest);
    },
  };
}

// Both count alike, whatever comes: permits, waits, answers in any order, refusals, headers of all kinds.
test.runIf(installed)("the scripts answer as the memory store does", async () => {
  const client = await ioredis((await startRedis())[0]);
  const random = seeded(7);
  const below = (most: number): number => Math.floor(random() * most);
  const kinds = { permits: 0, waits: 0, longWaits: 0 };
  for (let round = 0; round < 40; round++) {
    let now = 1_784_376_000_000 + below(60_000);
    const memory = memoryStore({ clock: { ...systemClock, now: () => now } });
    const redis = redisStore({ client: atTime(client, () => now), keyPrefix: `round ${round}` });
    const underWay: [Permit, Permit][] = [];
    const endOne = async (): Promise<void> => {
      const [pair] = underWay.splice(below(underWay.length), 1);
      const said = (): string => String([below(80), below(12), below(61), "", "-1", "words"][below(6)]);
      const headers = new Headers({ "ratelimit-remaining": said(), "ratelimit-reset": said() });
      if (random() < 0.5) headers.set("ratelimit-limit", said());
      if (random() < 0.5) headers.set("retry-after", String(below(4)));
      const status = random() < 0.1 ? 429 : 200;
      const end: CallEnd = [{}, { sent: false }, { status, headers }, { status, headers }][below(4)] as CallEnd;
      for (const permit of pair as [Permit, Permit]) permit.release(end);
      // Commands of one connection are done in their order.
      await client.ping();
    };
    for (let step = 0; step < 150; step++) {
      const limits = { burst: 8, steady: random() < 0.3 && round % 2 ? 30 : 40 };
      const expected = memory.take(operation, limits) as Permit | number;
      const answer = await redis.take(operation, limits);
      if (isPermit(expected) && isPermit(answer)) underWay.push([expected, answer]);
      expect([round, step, answer]).toEqual([round, step, isPermit(expected) ? answer : Math.ceil(expected)]);
      expect(isPermit(answer)).toBe(isPermit(expected));
      kinds[isPermit(answer) ? "permits" : (answer as number) > 1000 ? "longWaits" : "waits"]++;
      while (underWay.length && random() < 0.45) await endOne();
      now += random() < 0.1 ? below(20_000) : below(200);
      // Calls that are never ended are given up after two minutes here, and never there.
      if (random() < 0.05) {
        while (underWay.length) await endOne();
        now += below(300_000);
      }
    }
  }
  for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(300);
});

test.runIf(installed).each(clients)(
  "%s: calls do not wait for each other, and each for one answer",
  async (_, connect) => {
    const client = (await connect((await startRedis())[0])) as { eval(...args: unknown[]): Promise<unknown> };
    let evals = 0;
    const far = Object.create(client, {
      eval: {
        async value(...args: unknown[]) {
          evals++;
          await sleep(100);
          const answer = await client.eval(...args);
          await sleep(100);
          return answer;
        },
      },
    }) as RedisClient;
    const send = rateLimit(table, { store: redisStore({ client: far }) })(async () => new Response());
    const began = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => send(...attempt("https://a.klaviyo.com/api/catalog-items"))));
    expect(performance.now() - began).toBeLessThan(1000);
    // One to take and one to release, which nobody waits for.
    expect(evals).toBe(40);
  },
);

test.runIf(installed).each(clients)(
  "%s: while Redis is away, a call fails in time, or goes on with another store",
  async (...[, connect]) => {
    const [port, server] = await startRedis();
    const client = await connect(port);
    const store = redisStore({ client, timeout: 300 });
    const patient = redisStore({ client, timeout: 300, fallback: memoryStore() });
    await permitOf(store);
    server.kill("SIGKILL");
    await once(server, "exit");
    await expect(store.take(operation, limits)).rejects.toThrow(/^The rate limit's store in Redis failed for GET /);
    expect(await taken(patient)).toBe(10);
    await startRedis(port);
    await expect.poll(async () => isPermit(await store.take(operation, limits)), { timeout: 20_000 }).toBe(true);
    // The memory store has no slot left, so this is Redis again.
    await expect.poll(async () => isPermit(await patient.take(operation, limits)), { timeout: 5000 }).toBe(true);
  },
);

test.runIf(installed)("an answer of Redis that comes too late gives its slot back", async () => {
  const client = await ioredis((await startRedis())[0]);
  const slow = { eval: (...args: Parameters<Redis["eval"]>) => sleep(100).then(() => client.eval(...args)) };
  const late = redisStore({ client: slow as RedisClient, timeout: 20 });
  await expect(late.take(operation, limits)).rejects.toThrow("no answer within 20 ms");
  await sleep(300);
  expect(await taken(redisStore({ client }))).toBe(10);
});

test.runIf(installed)(
  "four processes reach 0.95 of a burst limit without a 429",
  async () => {
    const [port] = await startRedis();
    const limits = { burst: 75, steady: 100_000 };
    const server = windowServer({ ...limits, clock: systemClock, steadyPhase: 0, burstPhase: 0 });
    const url = await serve(async (_, response) => {
      const answer = server.answer();
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end();
    });
    const file = fileURLToPath(new URL("../testing/redis-caller.ts", import.meta.url));
    const seconds = 10;
    const args = [port, url, limits.burst, limits.steady, seconds * 1000].map(String);
    const processes = Array.from({ length: 4 }, async () => {
      const [statuses] = await once(fork(file, args, { execArgv: [] }), "message");
      return statuses as number[];
    });
    const statuses = (await Promise.all(processes)).flat();
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(statuses.length / (limits.burst * seconds)).toBeGreaterThan(0.95);
  },
  30_000,
);
