// One of several processes that work off the queues of accounts: worker.ts <redis url> <milliseconds of a lock> <account …>
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "bullmq";
import { accountClient, queueName } from "./account.ts";
import type { Chunk } from "./chunk.ts";
import { chunkKeys } from "./chunk-keys.ts";
import { type Exception, redisExceptions } from "./exceptions.ts";
import { processChunk } from "./process-chunk.ts";
import { redisCheckpoint } from "./redis-checkpoint.ts";
import { answers, sparingly, waitingRedis } from "./redis-connection.ts";

const [url = "", milliseconds, ...accounts] = process.argv.slice(2);
const lockDuration = Number(milliseconds);
/** Nobody asks longer than this for what was written down about a chunk. */
const seconds = 7 * 24 * 3600;
const redis = waitingRedis(url);

const workers = accounts.map((account) => {
  const klaviyo = accountClient(account, redis);
  const worker = new Worker<Chunk, Exception[]>(
    queueName(account),
    (job, token = "", signal) => {
      const keys = chunkKeys(job);
      const checkpoint = redisCheckpoint({ redis, key: keys.checkpoint, seconds, lock: { key: keys.lock, token } });
      // A checkpoint without the exceptions that it takes for told would be of no use: they are kept for longer.
      const exceptions = redisExceptions({ redis, key: keys.exceptions, seconds: 2 * seconds });
      return processChunk(klaviyo, job.data, { checkpoint, exceptions, signal });
    },
    {
      connection: redis,
      concurrency: 3,
      lockDuration,
      // A chunk whose worker has died is given to another one, however often that happens.
      stalledInterval: lockDuration,
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    },
  );
  // Somebody else has the chunk now: two runs with one checkpoint would get in each other's way.
  worker.on("lockRenewalFailed", (ids) => {
    for (const id of ids) worker.cancelJob(id, "the lock is lost");
  });
  worker.on("error", sparingly(`worker ${process.pid}, ${account}`));
  return worker;
});

/** Ends what has been begun, and nothing else. */
async function stop(): Promise<void> {
  void exitWithoutRedis();
  await Promise.all(workers.map((worker) => worker.close()));
  redis.disconnect();
  process.exit();
}

/** While Redis is away nothing can be ended, and nobody waits: whoever works next finds the chunks as they are. */
async function exitWithoutRedis(): Promise<void> {
  while (await answers(redis)) await sleep(1_000);
  process.exit(1);
}

// Nobody replaces this worker once its parent is gone ("disconnect"). Closing twice is closing once.
for (const name of ["SIGINT", "SIGTERM", "disconnect"]) process.on(name, stop);
// A parent that went while this was loaded has not been heard.
if (process.connected === false) void stop();
