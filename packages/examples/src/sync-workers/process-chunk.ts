import { bulk, type Checkpoint, type Client, catalogId, isApiError } from "@org/client";
import { UnrecoverableError } from "bullmq";
import type { CatalogRecord, Chunk } from "./chunk.ts";
import type { Exception, Exceptions } from "./exceptions.ts";

export interface ProcessChunkOptions {
  checkpoint: Checkpoint;
  exceptions: Exceptions;
  signal: AbortSignal | undefined;
}

/**
 * Sends a chunk and returns what was not done of it. Another worker that does it again, with the same checkpoint and
 * exceptions, goes on where this one ended.
 *
 * @throws {UnrecoverableError} when the API refuses the key, which no other attempt can mend
 * @throws what else ends a run of `bulk` early
 */
export async function processChunk(klaviyo: Client, chunk: Chunk, options: ProcessChunkOptions): Promise<Exception[]> {
  try {
    return await carryOut(klaviyo, chunk, options);
  } catch (error) {
    throw isRefusedKey(error) ? new UnrecoverableError(error.message) : error;
  }
}

/** Without the API's own errors, it may be a proxy that answers, and a proxy may change its mind. */
function isRefusedKey(error: unknown): error is Error {
  return isApiError(error) && [401, 403].includes(error.status) && error.errors.length > 0;
}

async function carryOut(
  klaviyo: Client,
  { type, records }: Chunk,
  { checkpoint, exceptions, signal }: ProcessChunkOptions,
): Promise<Exception[]> {
  const run = bulk(klaviyo, "upsert", type, documents(records) as never, {
    checkpoint,
    signal,
    // Whoever takes over follows what has been submitted.
    timeout: 1_000,
  });
  for await (const { index, status, error } of run) {
    // A run that ends early says so of what it has not sent or followed; the next one will know more.
    if (status === "done" || error?.code === "not_sent" || error?.code === "not_settled") continue;
    // An outcome is told once: it is kept before the next one is asked for.
    const { code, detail } = error ?? { code: "unknown", detail: "nobody knows why" };
    await exceptions.add([index, status, detail, code]);
  }
  const [all, { done }] = await Promise.all([exceptions.all(), run.summary()]);
  if (done + all.length === records.length) return all;
  throw new Error(`of ${records.length} records, ${done} are done and ${all.length} are not`);
}

/** Records in the API's form. */
function documents(records: readonly CatalogRecord[]): object[] {
  return records.map(({ type, item, categories, ...attributes }) => ({
    type,
    attributes,
    ...(item !== undefined && { relationships: { item: { data: { type: "catalog-item", id: catalogId(item) } } } }),
    ...(categories && {
      relationships: {
        categories: { data: categories.map((id) => ({ type: "catalog-category", id: catalogId(id) })) },
      },
    }),
  }));
}
