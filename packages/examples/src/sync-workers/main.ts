// Syncs several accounts with several processes:
// sync-workers/main.ts north=north.ndjson south=south.ndjson [--workers 4] [--redis redis://127.0.0.1:6379] [--live]
import { parseArgs } from "node:util";
import { createMock } from "@org/mock";
import { Redis } from "ioredis";
import { chunksOf } from "./chunk.ts";
import { enqueue } from "./enqueue.ts";
import { startPool } from "./pool.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    redis: { type: "string", default: "redis://127.0.0.1:6379" },
    workers: { type: "string", default: "4" },
    /** Milliseconds after which a worker that is not heard of is taken for dead. */
    lock: { type: "string", default: "30000" },
    live: { type: "boolean", default: false },
  },
});
const pairs = positionals.map((one) => /^([\w-]+)=(.+)$/.exec(one)?.slice(1) as [account: string, file: string]);
const files = new Map(pairs.filter(Boolean));
if (files.size === 0 || files.size < positionals.length) {
  console.error("expected an account and its file, such as north=north.ndjson");
  process.exit(2);
}
const mock = values.live ? undefined : await createMock({ keys: keysOf([...files.keys()]) }).listen();
const redis = new Redis(values.redis, { maxRetriesPerRequest: null });
const pool = startPool({
  size: Number(values.workers),
  module: new URL("./worker.ts", import.meta.url),
  args: [values.redis, values.lock, ...files.keys()],
  env: { ...process.env, KLAVIYO_MOCK_URL: mock?.url ?? "" },
});

await Promise.all(
  Array.from(files, async ([account, file]) => {
    const counts = { done: 0, failed: 0, unknown: 0 };
    for await (const { record, status, error } of enqueue(account, chunksOf(file), redis)) {
      counts[status]++;
      if (status !== "done") console.log(`${account}: ${record.type} ${record.external_id}: ${error}`);
    }
    console.log(`${account}: ${counts.done} done, ${counts.failed} failed, ${counts.unknown} unknown`);
  }),
);
await pool.stop();
redis.disconnect();
await mock?.close();

/** Each account of the mock has a key of its own. */
function keysOf(accounts: readonly string[]): Record<string, object> {
  return Object.fromEntries(accounts.map((account) => [`pk_${account}`, {}]));
}
