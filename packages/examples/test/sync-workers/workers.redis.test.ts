import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { catalogId } from "@org/client";
import { checkpointChecks } from "@org/client/node";
import { createMock, type RecordedRequest } from "@org/mock";
import type { Redis } from "ioredis";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { accountClient } from "../../src/sync-workers/account.ts";
import type { CatalogRecord, Chunk } from "../../src/sync-workers/chunk.ts";
import { enqueue, type Outcome } from "../../src/sync-workers/enqueue.ts";
import { startPool } from "../../src/sync-workers/pool.ts";
import { redisCheckpoint } from "../../src/sync-workers/redis-checkpoint.ts";
import { startKeyGuard } from "./key-guard.ts";
import { isInstalled, startRedis } from "./redis-server.ts";
import { runProgram, startProgram } from "./run-program.ts";

/** Milliseconds after which a worker that is not heard of is taken for dead; a busy machine makes the living slow. */
const lock = "15000";

async function connectionsOf(redis: Redis): Promise<number> {
  return String(await redis.client("LIST"))
    .trim()
    .split("\n").length;
}

const patience = { timeout: 30_000, interval: 200 };

function items(count: number): CatalogRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    type: "catalog-item",
    external_id: `i-${index}`,
    title: `Item ${index}`,
    description: "",
    url: `https://shop.example/${index}`,
    // Nobody has such a category: these fail.
    ...(index % 100 === 99 && { categories: ["none"] }),
  }));
}

async function* chunksOf(records: readonly CatalogRecord[], size: number): AsyncGenerator<Chunk> {
  for (let start = 0; start < records.length; start += size) {
    yield { type: "catalog-item", records: records.slice(start, start + size) };
  }
}

interface WorldOptions {
  onRequest?: (request: RecordedRequest) => void;
  /** Only then workers go by the guard, which costs time. */
  isGuarded?: boolean;
}

async function world({ onRequest = () => {}, isGuarded = false }: WorldOptions = {}) {
  const mock = createMock({ keys: { pk_north: {}, pk_south: {} }, onRequest });
  const server = await mock.listen();
  onTestFinished(() => server.close());
  const guard = await startKeyGuard(server.url);
  const { url, redis } = await startRedis();
  const start = (size: number, ...accounts: string[]) => {
    const env = { ...process.env, KLAVIYO_MOCK_URL: isGuarded ? guard.url : server.url };
    const module = new URL("../../src/sync-workers/worker.ts", import.meta.url);
    const pool = startPool({ size, module, args: [url, lock, ...accounts], env });
    onTestFinished(() => pool.stop());
    return pool;
  };
  return { mock, redis, start, guard };
}

describe.runIf(isInstalled)(`with a real Redis${isInstalled ? "" : " (skipped: there is no redis-server)"}`, () => {
  test("four workers share the limit, one of them is killed, and every record has exactly one outcome", async () => {
    let submissions = 0;
    let killed: number | undefined;
    const { mock, redis, start } = await world({
      onRequest({ method }) {
        if (method !== "POST" || ++submissions !== 40) return;
        const [victim] = pool.processes;
        killed = victim?.pid;
        victim?.kill("SIGKILL");
      },
    });
    const pool = start(4, "north");
    const records = items(12_000);
    const outcomes: Outcome[] = [];
    for await (const outcome of enqueue("north", chunksOf(records, 1_000), redis)) outcomes.push(outcome);

    expect(killed).toBeDefined();
    await expect.poll(() => pool.processes.size, { timeout: 10_000 }).toBe(4);
    expect([...pool.processes].map(({ pid }) => pid)).not.toContain(killed);
    expect(outcomes.map(({ record }) => record.external_id)).toEqual(records.map(({ external_id }) => external_id));
    const failed = outcomes.filter(({ status }) => status === "failed").map(({ record }) => record.external_id);
    expect(failed).toEqual(records.filter(({ categories }) => categories).map(({ external_id }) => external_id));
    expect(outcomes.filter(({ status }) => status === "unknown")).toEqual([]);
    expect(mock.state.items.size).toBe(12_000 - failed.length);
    for (const { record, status } of outcomes) {
      expect(mock.state.items.get(catalogId(record.external_id)) !== undefined).toBe(status === "done");
    }
    // 120 jobs are more than the limit of a second lets pass: processes that did not share it would be refused.
    expect(submissions).toBeGreaterThanOrEqual(120);
    expect(mock.requests.filter(({ status }) => status === 429)).toEqual([]);
    const counted = await redis.keys("{klaviyo-north:POST /api/catalog-item-bulk-create-jobs}:*");
    expect(counted.length).toBeGreaterThan(0);
  });

  // More than the limit of a second, 75, in both cases: who does not share it is refused at every try. A busy machine may
  // send calls seconds after their permit, or too few in a second, so that one try alone proves nothing on it.
  test.each([
    { stores: "one Redis", isShared: true, callsEach: 25 },
    { stores: "a Redis each", isShared: false, callsEach: 60 },
  ])(
    "workers with $stores keep their account's limit together: $isShared",
    { retry: 5 },
    async ({ isShared, callsEach }) => {
      const mock = createMock({ keys: { pk_north: {} } });
      const server = await mock.listen();
      onTestFinished(() => server.close());
      vi.stubEnv("KLAVIYO_MOCK_URL", server.url);
      onTestFinished(() => void vi.unstubAllEnvs());
      const shared = await startRedis();
      const workers = await Promise.all(
        Array.from({ length: 4 }, async () => accountClient("north", (isShared ? shared : await startRedis()).redis)),
      );
      const calls = workers.flatMap((klaviyo) =>
        Array.from({ length: callsEach }, () => klaviyo.GET("/api/catalog-item-bulk-create-jobs")),
      );
      for (const { response } of await Promise.all(calls)) expect(response.status).toBe(200);
      const refused = mock.requests.filter(({ status }) => status === 429).length;
      if (isShared) expect(refused).toBe(0);
      else expect(refused).toBeGreaterThan(0);
    },
  );

  test("what was queued and not waited for is found again, and not sent again", async () => {
    const { mock, redis, start } = await world();
    start(1, "north");
    const records = items(60);
    const first = enqueue("north", chunksOf(records, 20), redis);
    expect((await first.next()).value?.record.external_id).toBe("i-0");
    await first.return(undefined);
    await expect.poll(() => mock.state.items.size, { timeout: 60_000 }).toBe(60);
    const before = mock.requests.length;
    const outcomes: Outcome[] = [];
    for await (const outcome of enqueue("north", chunksOf(records, 20), redis)) outcomes.push(outcome);
    expect(outcomes.map(({ status }) => status)).toEqual(records.map(() => "done"));
    expect(mock.requests.slice(before).filter(({ method }) => method === "POST")).toEqual([]);
    // Whoever sends the same file tomorrow has it sent.
    expect(await redis.keys("bull:*:[0-9]*")).toEqual([]);
  });

  test("chunks that failed because the key was refused are sent by the next run, from where they ended", async () => {
    const { mock, redis, start, guard } = await world({ isGuarded: true });
    start(1, "north");
    const records = items(60);
    const isSubmission = ({ method, status }: RecordedRequest) => method === "POST" && status === 202;
    const run = (file: CatalogRecord[], size: number) => Array.fromAsync(enqueue("north", chunksOf(file, size), redis));
    guard.allowed = 0;
    const began = Date.now();
    const refused = await run(records, 20);
    // No attempt but the first: their pauses alone would take two minutes.
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(refused.map(({ status }) => status)).toEqual(records.map(() => "unknown"));
    expect(refused[0]?.error).toMatch(/^403 /);
    const [job] = await redis.zrange("bull:klaviyo-north:failed", "0", "-1");
    const data = await redis.hget(`bull:klaviyo-north:${job}`, "data");
    expect(JSON.parse(data as string).records).not.toEqual([]);
    // A checkpoint that has expired makes what was said of records void.
    await redis.del(`bull:klaviyo-north:${job}:checkpoint`);
    await redis.hset(`bull:klaviyo-north:${job}:exceptions`, "0", JSON.stringify([0, "failed", "long ago"]));

    guard.allowed = Number.POSITIVE_INFINITY;
    const sent = await run(records, 20);
    expect(sent.map(({ status }) => status)).toEqual(records.map(() => "done"));
    expect(mock.state.items.size).toBe(60);
    expect(await redis.keys("bull:*:[0-9]*")).toEqual([]);
    // All are new and come to six jobs, of which three are accepted: the next run submits the other three.
    const more = items(700)
      .slice(100)
      .filter(({ categories }) => !categories);
    guard.allowed = 3;
    await run(more, 1_000);
    guard.allowed = Number.POSITIVE_INFINITY;
    const before = mock.requests.length;
    const again = await run(more, 1_000);
    expect(again.map(({ status }) => status)).toEqual(more.map(() => "done"));
    expect(mock.requests.slice(before).filter(isSubmission).length).toBe(3);
  });

  test("chunks that failed are forgotten once a run of another file has ended", async () => {
    const { redis, start, guard } = await world({ isGuarded: true });
    start(1, "north");
    guard.allowed = 0;
    await Array.fromAsync(enqueue("north", chunksOf(items(20), 20), redis));
    expect(await redis.keys("bull:*:[0-9]*")).not.toEqual([]);
    guard.allowed = Number.POSITIVE_INFINITY;
    const outcomes = await Array.fromAsync(enqueue("north", chunksOf(items(10), 20), redis));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(10).fill("done"));
    expect(await redis.keys("bull:*:[0-9]*")).toEqual([]);
  });

  test("an id that was there before fails and is not sent, in whichever chunk it is", async () => {
    const { mock, redis, start } = await world();
    start(2, "north");
    const records = items(4);
    const [first] = records as [CatalogRecord];
    const later = { ...first, title: "Another title" };
    // The second chunk has one again beside a new one, and the third has nothing else.
    const file = [...records.slice(0, 2), later, ...records.slice(2, 3), later, first, ...records.slice(3)];
    const outcomes = await Array.fromAsync(enqueue("north", chunksOf(file, 2), redis));
    const repeat = {
      status: "failed",
      code: "duplicate_in_run",
      error: "The id '$custom:::$default:::i-0' was in this run before.",
    };
    expect(outcomes).toEqual([
      { record: records[0], status: "done" },
      { record: records[1], status: "done" },
      { record: later, ...repeat },
      { record: records[2], status: "done" },
      { record: later, ...repeat },
      { record: first, ...repeat },
      { record: records[3], status: "done" },
    ]);
    expect(mock.state.items.get(catalogId("i-0"))?.attributes.title).toBe("Item 0");
    // What fails for another reason has the code of that.
    const other = { ...first, external_id: "other", categories: ["none"] };
    const [outcome] = await Array.fromAsync(enqueue("north", chunksOf([other], 2), redis));
    expect(outcome).toEqual({ record: other, status: "failed", code: "not_found", error: expect.any(String) });
    const bodies = mock.requests.map(({ body }) => JSON.stringify(body)).join();
    expect(bodies).toContain("Item 3");
    expect(bodies).not.toContain("Another title");
  });

  test("accounts have queues and limits of their own, and one command for all of them", async () => {
    const { url, redis } = await startRedis();
    // As a run on another mock leaves it that was killed, and what stands there of an account that is no mock.
    const [left, live] = ["bull:klaviyo-north.mock:1:checkpoint", "bull:klaviyo-north:1:checkpoint"];
    await redis.mset(left, "", live, "");
    const folder = await mkdtemp(join(tmpdir(), "sync-workers-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const sync = async (...counts: [account: string, count: number][]) => {
      const files = counts.map(async ([account, count]) => {
        const file = join(folder, `${account}.ndjson`);
        const lines = items(count).map((record) => `${JSON.stringify(record)}\n`);
        await writeFile(file, lines.join(""));
        return `${account}=${file}`;
      });
      const { code, stdout } = await runProgram(...(await Promise.all(files)), "--redis", url, "--workers", "2");
      return { code, lines: stdout.trim().split("\n").sort() };
    };
    expect(await sync(["north", 100], ["south", 20])).toEqual({
      code: 1,
      lines: [
        "north: 99 done, 1 failed, 0 unknown",
        "north: catalog-item i-99: The category '$custom:::$default:::none' does not exist.",
        "south: 20 done, 0 failed, 0 unknown",
      ],
    });
    expect(await sync(["south", 20])).toEqual({ code: 0, lines: ["south: 20 done, 0 failed, 0 unknown"] });
    const limits = await redis.keys("{klaviyo-*}:*");
    expect(new Set(limits.map((key) => key.split(":")[0]))).toEqual(
      new Set(["{klaviyo-north.mock", "{klaviyo-south.mock"]),
    );
    // What a mock has done is never taken for done in the account.
    expect(await redis.exists(left)).toBe(0);
    expect(await redis.keys("bull:klaviyo-north:*")).toEqual([live]);
  });

  test.each(["SIGTERM", "disconnect"] as const)("a worker whose Redis is away ends all the same: %s", async (end) => {
    const { url, redis, kill } = await startRedis();
    const worker = new URL("../../src/sync-workers/worker.ts", import.meta.url);
    const env = { ...process.env, KLAVIYO_MOCK_URL: "http://127.0.0.1:1" };
    const child = fork(worker, [url, lock, "north"], { env, execArgv: [], silent: true });
    onTestFinished(() => void child.kill("SIGKILL"));
    // Besides this test's, the worker has two connections.
    await expect
      .poll(
        async () =>
          String(await redis.client("LIST"))
            .trim()
            .split("\n").length,
        patience,
      )
      .toBe(3);
    await kill();
    const exited = once(child, "exit");
    if (end === "disconnect") child.disconnect();
    else child.kill(end);
    await expect.poll(() => child.exitCode, patience).toBe(1);
    await exited;
  });

  test("an outage of Redis is told in a few lines, and no process outlives the program", async () => {
    const { url, redis, kill } = await startRedis();
    const folder = await mkdtemp(join(tmpdir(), "sync-workers-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "north.ndjson");
    await writeFile(
      file,
      items(5_000)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(""),
    );
    const { child, ended } = startProgram(`north=${file}`, "--redis", url, "--workers", "1");
    onTestFinished(() => void child.kill("SIGKILL"));
    // This test's, three of the program's and two of the worker's.
    await expect.poll(() => connectionsOf(redis), patience).toBeGreaterThanOrEqual(5);
    await kill();
    await sleep(5_000);
    child.kill("SIGKILL");
    // The worker holds what is read here open until its end.
    const lines = (await ended).stderr.trim().split("\n");
    expect(lines.length).toBeLessThan(15);
    for (const line of lines) expect(line).toMatch(/^(Redis|worker \d+, north\.mock|the queue of north\.mock): /);
  });

  test("a line that is no record ends the program with its place", async () => {
    const { url } = await startRedis();
    const folder = await mkdtemp(join(tmpdir(), "sync-workers-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "north.ndjson");
    await writeFile(file, "nothing\n");
    const { code, stderr } = await runProgram(`north=${file}`, "--redis", url, "--workers", "1");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^.*north\.ndjson:1 is no record.*\n$/),
    });
  });

  const keys = { key: "checkpoint", lock: { key: "lock", token: "mine" }, seconds: 60 };

  test.each(checkpointChecks.map(({ name, check }) => [name, check] as const))(
    "the checkpoint in Redis: %s",
    async (_, check) => {
      const { redis } = await startRedis();
      await redis.set("lock", "mine");
      await check(() => redisCheckpoint({ redis, ...keys }));
    },
  );

  test("a worker that has lost its lock writes nothing any more", async () => {
    const { redis } = await startRedis();
    await redis.set("lock", "another's");
    const checkpoint = redisCheckpoint({ redis, ...keys });
    await expect(checkpoint.write(new Map([["a", "1"]]))).rejects.toThrow("another worker has taken over this chunk");
    expect(await checkpoint.read()).toEqual(new Map());
  });
});
