// Syncs several accounts with several processes: `pnpm sync:workers --help` tells how.
import { access, constants } from "node:fs/promises";
import { createMock } from "@org/mock";
import type { Redis } from "ioredis";
import { type Arguments, exitCodes, readArguments, UsageError, usage } from "./arguments.ts";
import { chunksOf, LineError } from "./chunk.ts";
import { enqueue, forgetAll, type Outcome } from "./enqueue.ts";
import { PoolError, startPool } from "./pool.ts";
import { openRedis, RedisAwayError } from "./redis-connection.ts";

type Counts = Record<Outcome["status"], number>;

async function run(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, process.env);
  if (args === "help") {
    console.log(usage);
    return exitCodes.done;
  }
  // Before anything starts: workers could only fail again and again.
  for (const file of args.files.values()) await access(file, constants.R_OK);
  const redis = await openRedis(args.redis);
  const names = Array.from(args.files.keys(), (account) => nameOf(account, args));
  const mock = args.live ? undefined : await createMock({ keys: keysOf(names) }).listen();
  // A mock is new each time: what was done in an earlier one is not done in this one.
  if (mock) for (const name of names) await forgetAll(name, redis);
  const pool = startPool({
    size: args.workers,
    module: new URL("./worker.ts", import.meta.url),
    args: [args.redis, String(args.lock), ...names],
    env: { ...process.env, KLAVIYO_MOCK_URL: mock?.url ?? "" },
  });
  try {
    const counts = await Promise.race([syncAll(args, redis), pool.failure]);
    return counts.every(({ failed, unknown }) => failed + unknown === 0) ? exitCodes.done : exitCodes.failed;
  } finally {
    await pool.stop();
    redis.disconnect();
    await mock?.close();
  }
}

/** The name of an account in Redis, where that of a mock is another one than your own: no account is called so. */
function nameOf(account: string, { live }: Arguments): string {
  return live ? account : `${account}.mock`;
}

function syncAll(args: Arguments, redis: Redis): Promise<Counts[]> {
  return Promise.all(
    Array.from(args.files, ([account, file]) =>
      syncAccount(account, enqueue(nameOf(account, args), chunksOf(file), redis)),
    ),
  );
}

async function syncAccount(account: string, outcomes: AsyncIterable<Outcome>): Promise<Counts> {
  const counts: Counts = { done: 0, failed: 0, unknown: 0 };
  for await (const { record, status, error } of outcomes) {
    counts[status]++;
    if (status !== "done") console.log(`${account}: ${record.type} ${record.external_id}: ${error}`);
  }
  console.log(`${account}: ${counts.done} done, ${counts.failed} failed, ${counts.unknown} unknown`);
  return counts;
}

/** Each account of the mock has a key of its own. */
function keysOf(accounts: readonly string[]): Record<string, object> {
  return Object.fromEntries(accounts.map((account) => [`pk_${account}`, {}]));
}

/** The exit code of what went wrong outside of this program; anything else is its own mistake and shows where. */
function codeOf(error: unknown): number | undefined {
  if (error instanceof UsageError || error instanceof LineError) return exitCodes.mistake;
  if (error instanceof RedisAwayError || error instanceof PoolError) return exitCodes.unreachable;
  // Of a file: ENOENT, EACCES, EISDIR …
  if (error instanceof Error && "syscall" in error) return exitCodes.mistake;
  return undefined;
}

async function runTold(argv: readonly string[]): Promise<number> {
  try {
    return await run(argv);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    console.error((error as Error).message);
    return code;
  }
}

// An account whose workers have been given up would wait for them for ever.
process.exit(await runTold(process.argv.slice(2)));
