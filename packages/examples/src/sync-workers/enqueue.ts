import { createHash } from "node:crypto";
import { type Job, Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import { queueName } from "./account.ts";
import type { CatalogRecord, Chunk } from "./chunk.ts";
import { chunkKeys } from "./chunk-keys.ts";
import type { Exception } from "./exceptions.ts";

/** How many chunks are in the queue at a time: enough for all workers, and no more than Redis should hold. */
const window = 50;

/** A chunk that a worker could not bring to its end is tried again: Redis or the API may be away for a while. */
const again = { attempts: 8, backoff: { type: "exponential", delay: 1_000 } };

export interface Outcome {
  record: CatalogRecord;
  status: "done" | "failed" | "unknown";
  error?: string;
}

interface Sent {
  job: Job<Chunk, Exception[]>;
  chunk: Chunk;
}

/**
 * Puts chunks into an account's queue and yields one outcome for each of their records. When it is called again with the
 * same chunks because it did not come to its end, it finds what they have come to in the meantime.
 */
export async function* enqueue(account: string, chunks: AsyncIterable<Chunk>, redis: Redis): AsyncGenerator<Outcome> {
  const queue = new Queue<Chunk, Exception[]>(queueName(account), { connection: redis });
  // It waits for events, during which its connection can do nothing else.
  const connection = redis.duplicate();
  const events = new QueueEvents(queueName(account), { connection });
  events.setMaxListeners(window + 10);
  const open: Sent[] = [];
  let count = 0;
  try {
    await events.waitUntilReady();
    for await (const chunk of chunks) {
      // Items wait for all categories, and variants for all items.
      const isOtherType = open[0] !== undefined && open[0].chunk.type !== chunk.type;
      while (open.length >= (isOtherType ? 1 : window)) yield* outcomesOf(open.shift() as Sent, events, redis);
      // A chunk that is in the queue already is not added again.
      const jobId = `${count++}-${createHash("sha256").update(JSON.stringify(chunk)).digest("hex")}`;
      open.push({ job: await queue.add("upsert", chunk, { ...again, jobId }), chunk });
    }
    while (open.length > 0) yield* outcomesOf(open.shift() as Sent, events, redis);
    await queue.clean(0, Number.MAX_SAFE_INTEGER, "completed");
  } finally {
    await events.close();
    await queue.close();
    connection.disconnect();
  }
}

async function* outcomesOf({ job, chunk }: Sent, events: QueueEvents, redis: Redis): AsyncGenerator<Outcome> {
  const exceptions = await exceptionsOf({ job, chunk }, events);
  const byIndex = new Map(exceptions.map(([index, status, error]) => [index, { status, error }]));
  for (const [index, record] of chunk.records.entries()) yield { record, status: "done", ...byIndex.get(index) };
  // The result stays until all chunks have theirs; what was needed to come to it need not.
  const keys = chunkKeys(job);
  await Promise.all([job.updateData({ ...chunk, records: [] }), redis.del(keys.checkpoint, keys.exceptions)]);
}

async function exceptionsOf({ job, chunk }: Sent, events: QueueEvents): Promise<Exception[]> {
  try {
    return await job.waitUntilFinished(events);
  } catch (error) {
    const { message } = error as Error;
    return chunk.records.map((_, index) => [index, "unknown", message]);
  }
}
