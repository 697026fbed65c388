import { type Clock, sleep } from "../basics/clock.ts";
import type { JobAction } from "./bulk-record.ts";
import type { Calls, Job } from "./calls.ts";
import { type Chunk, entriesOf } from "./chunk.ts";
import { hasEnded, type OpenJobs } from "./open-jobs.ts";

/** What {@link findLostJob} needs. */
export interface FindLostJobOptions {
  calls: Calls;
  clock: Clock;
  signal: AbortSignal;
  jobs: OpenJobs;
  /** The API's time. */
  now(): number;
  /** Whether a job is known to be another chunk's. */
  isClaimed(id: string): boolean;
}

/** Milliseconds by which the API's clock and ours may differ. */
const clockSkew = 60_000;
/** Milliseconds that the API may work on a request that it has received. */
const workTime = 5000;

/**
 * Looks for the job of a chunk whose answer was lost: one of the same size, not older than the chunk, that has dealt with
 * one of its records. Those in progress are waited for, because only what a job has done tells whose it is.
 *
 * @returns the job, or whether there surely is none: not so when one has done something and does not tell to what
 */
export async function findLostJob(
  chunk: Chunk,
  { calls, clock, signal, jobs, now, isClaimed }: FindLostJobOptions,
): Promise<{ job: Job } | { job: undefined; isSure: boolean }> {
  const { action, at = 0 } = chunk;
  const entries = entriesOf(chunk);
  const ids = new Set(entries.map(({ id }) => id));
  const others = new Set<string>();
  const isCandidate = ({ id, attributes }: Job): boolean =>
    !others.has(id) &&
    !isClaimed(id) &&
    attributes.total_count === chunk.entries.length &&
    Date.parse(attributes.created_at) >= at - clockSkew;
  const letGo = jobs.holdBack(at - clockSkew);
  let isSure = true;
  try {
    // The API may still be about to make the job of a request whose connection broke.
    await sleep(Math.max(at + workTime - now(), 0), signal, clock);
    for (;;) {
      let waits = false;
      for await (const page of allJobs(action, calls, jobs)) {
        for (const candidate of page.filter(isCandidate)) {
          const dealtWith = await calls.idsOf(action, candidate);
          if (dealtWith.some((id) => ids.has(id))) return { job: candidate };
          if (!hasEnded(candidate)) waits = true;
          else {
            others.add(candidate.id);
            if (!dealtWith.length && candidate.attributes.completed_count !== 0) isSure = false;
          }
        }
      }
      if (!waits) return { job: undefined, isSure };
      await sleep(1000, signal, clock);
    }
  } finally {
    letGo();
  }
}

/** A job moves along these statuses, so that none slips through between two lists. */
async function* allJobs(action: JobAction, calls: Calls, jobs: OpenJobs): AsyncGenerator<Job[]> {
  yield* listOf("queued");
  yield* listOf("processing");
  yield* jobs.completeJobs();
  yield* listOf("cancelled");

  async function* listOf(status: string): AsyncGenerator<Job[]> {
    for (
      let cursor: string | undefined, page = await calls.jobs(action, status);
      ;
      page = await calls.jobs(action, status, cursor)
    ) {
      yield page.data;
      cursor = page.next;
      if (cursor === undefined) return;
    }
  }
}
