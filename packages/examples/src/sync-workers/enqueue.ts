import { createHash } from "node:crypto";
import { type Job, Queue, QueueEvents, QueueKeys } from "bullmq";
import type { Redis } from "ioredis";
import { queueName } from "./account.ts";
import type { CatalogRecord, Chunk } from "./chunk.ts";
import { chunkKeys } from "./chunk-keys.ts";
import type { Exception } from "./exceptions.ts";
import { sparingly } from "./redis-connection.ts";
import { repeatError, repeatFilter, type WithoutRepeats } from "./repeats.ts";

/** How many chunks are in the queue at a time: enough for all workers, and no more than Redis should hold. */
const window = 50;

/** A chunk that a worker could not bring to its end is tried again: Redis or the API may be away for a while. */
const again = { attempts: 8, backoff: { type: "exponential", delay: 1_000 } };

export interface Outcome {
  record: CatalogRecord;
  status: "done" | "failed" | "unknown";
  /** Of `bulk`; a chunk that failed as a whole has none. */
  code?: string | undefined;
  error?: string;
}

type ChunkJob = Job<Chunk, Exception[]>;
type ChunkQueue = Queue<Chunk, Exception[]>;

interface Open extends WithoutRepeats {
  /** As it was given. */
  chunk: Chunk;
  /** None when nothing of the chunk is sent. */
  job: ChunkJob | undefined;
}

/**
 * Puts chunks into an account's queue and yields one outcome for each of their records. When it is called again with the
 * same chunks because it did not come to its end, it finds what they have come to in the meantime; those that failed are
 * carried out again from where they ended.
 */
export async function* enqueue(account: string, chunks: AsyncIterable<Chunk>, redis: Redis): AsyncGenerator<Outcome> {
  const queue: ChunkQueue = new Queue(queueName(account), { connection: redis });
  // It waits for events, during which its connection can do nothing else.
  const connection = redis.duplicate();
  const events = new QueueEvents(queueName(account), { connection });
  const tell = sparingly(`the queue of ${account}`);
  queue.on("error", tell);
  events.on("error", tell);
  connection.on("error", tell);
  events.setMaxListeners(window + 10);
  const open: Open[] = [];
  const withoutRepeats = repeatFilter();
  const ids = new Set<string>();
  try {
    await events.waitUntilReady();
    for await (const chunk of chunks) {
      // Items wait for all categories, and variants for all items.
      const isOtherType = open[0] !== undefined && open[0].chunk.type !== chunk.type;
      while (open.length >= (isOtherType ? 1 : window)) yield* outcomesOf(open.shift() as Open, events, redis);
      const { sent, repeated } = withoutRepeats(chunk);
      const jobId = `${ids.size}-${createHash("sha256").update(JSON.stringify(sent)).digest("hex")}`;
      ids.add(jobId);
      const job = sent.records.length > 0 ? await addChunk(queue, redis, jobId, sent) : undefined;
      open.push({ chunk, sent, repeated, job });
    }
    while (open.length > 0) yield* outcomesOf(open.shift() as Open, events, redis);
    await queue.clean(0, Number.MAX_SAFE_INTEGER, "completed");
    await forgetFailed(queue, redis, ids);
  } finally {
    await events.close();
    await queue.close();
    connection.disconnect();
  }
}

/** Forgets all that earlier runs have left of an account in Redis. */
export async function forgetAll(account: string, redis: Redis): Promise<void> {
  const name = new QueueKeys().getQueueQualifiedName(queueName(account));
  for await (const keys of redis.scanStream({ match: `${name}:*` })) {
    if (keys.length > 0) await redis.unlink(keys);
  }
}

/** A chunk that is in the queue already is not added again, unless all that is left of it there is that it failed. */
async function addChunk(queue: ChunkQueue, redis: Redis, jobId: string, chunk: Chunk): Promise<ChunkJob> {
  if ((await queue.getJobState(jobId)) === "failed") {
    // Its checkpoint is not the queue's and stays, so that what was surely done is not sent again.
    await queue.remove(jobId);
    const keys = chunkKeys({ queueQualifiedName: queue.qualifiedName, id: jobId });
    // If the checkpoint has expired, all of the chunk is sent again, and what was said of it before counts no more.
    if (!(await redis.exists(keys.checkpoint))) await redis.del(keys.exceptions);
  }
  return queue.add("upsert", chunk, { ...again, jobId });
}

async function* outcomesOf(open: Open, events: QueueEvents, redis: Redis): AsyncGenerator<Outcome> {
  const { job, sent } = open;
  if (!job) return yield* told(open, []);
  const { exceptions, hasFailed } = await resultOf(job, sent, events);
  yield* told(open, exceptions);
  // Whoever carries out a chunk that failed needs its records, and what was written down about them.
  if (hasFailed) return;
  // The result stays until all chunks have theirs; what was needed to come to it need not.
  const keys = chunkKeys(job);
  await Promise.all([job.updateData({ ...sent, records: [] }), redis.del(keys.checkpoint, keys.exceptions)]);
}

/** The outcomes of all records that were given, in their order; exceptions count those that were sent. */
function* told({ chunk, repeated }: Open, exceptions: readonly Exception[]): Generator<Outcome> {
  const byIndex = new Map(exceptions.map(([index, status, error, code]) => [index, { status, error, code }]));
  let index = 0;
  for (const [place, record] of chunk.records.entries()) {
    if (repeated.has(place)) yield { record, status: "failed", ...repeatError(record.external_id) };
    else yield { record, status: "done", ...byIndex.get(index++) };
  }
}

async function resultOf(job: ChunkJob, { records }: Chunk, events: QueueEvents) {
  try {
    return { exceptions: await job.waitUntilFinished(events), hasFailed: false };
  } catch (error) {
    const { message } = error as Error;
    return { exceptions: records.map((_, index): Exception => [index, "unknown", message]), hasFailed: true };
  }
}

/**
 * Forgets chunks that failed and are not among those of the run that has ended: their file is not sent any more as it was.
 * So Redis never holds more of them than one run has, and what an old file did is not taken for the state of the account.
 */
async function forgetFailed(queue: ChunkQueue, redis: Redis, ids: ReadonlySet<string>): Promise<void> {
  for (const id of await redis.zrange(queue.toKey("failed"), "0", "-1")) {
    if (ids.has(id)) continue;
    await queue.remove(id);
    const keys = chunkKeys({ queueQualifiedName: queue.qualifiedName, id });
    await redis.del(keys.checkpoint, keys.exceptions);
  }
}
