import { type Clock, sleep } from "../../basics/clock.ts";
import type { JobAction } from "../records/bulk-record.ts";
import { type Chunk, entriesOf } from "../records/chunk.ts";
import type { ApiTime } from "./api-time.ts";
import type { Calls, Job } from "./calls.ts";
import { hasEnded, type OpenJobs } from "./open-jobs.ts";

/** What {@link lostJobs} needs. */
export interface LostJobsOptions {
  action: JobAction;
  calls: Calls;
  clock: Clock;
  /** Ends every wait. */
  signal: AbortSignal;
  jobs: OpenJobs;
  time: ApiTime;
  /** Whether a job is known to be another chunk's. */
  isClaimed(id: string): boolean;
}

/** The job of a chunk; or none, and whether that is sure: it is not when a job does not tell what it has done. */
export type FoundJob = { job: Job } | { job: undefined; isSure: boolean };

/** Looks for the jobs of chunks whose answer was lost. */
export interface LostJobs {
  find(chunk: Chunk): Promise<FoundJob>;
  /** Keeps the job of a chunk that was sent then among those that are looked through; returns what ends that. */
  holdBack(at: number): () => void;
}

interface Search {
  resolve(found: FoundJob): void;
  reject(error: unknown): void;
  /** Whether a job that may be the chunk's has not ended yet. */
  mayCome: boolean;
  isSure: boolean;
}

/** Milliseconds by which the API's clock and ours may differ, once an answer has told its time and before. */
const clockSkew = 60_000;
const unknownSkew = 15 * 60_000;
/** Milliseconds that the API may work on a request that it has received. */
const workTime = 5000;

/**
 * Makes {@link LostJobs}. The job of a chunk is one of the same size, not older than the chunk, that has dealt with one of
 * its records. Those in progress are waited for, because only what a job has done tells whose it is. One look at the lists
 * serves all chunks that are looked for.
 */
export function lostJobs({ action, calls, clock, signal, jobs, time, isClaimed }: LostJobsOptions): LostJobs {
  const searches = new Map<Chunk, Search>();
  /** What the jobs that have ended have dealt with, as far as it was asked for. */
  const written = new Map<string, string[]>();
  let isLooking = false;

  const skew = (): number => (time.isKnown ? clockSkew : unknownSkew);

  const isCandidate = ({ entries, at = 0 }: Chunk, { attributes }: Job): boolean =>
    attributes.total_count === entries.length && Date.parse(attributes.created_at) >= at - skew();

  const end = ([chunk, search]: readonly [Chunk, Search], found: FoundJob): void => {
    search.resolve(found);
    searches.delete(chunk);
  };

  const idsOf = async (job: Job): Promise<string[]> => {
    const known = written.get(job.id);
    if (known) return known;
    const ids = await calls.idsOf(action, job);
    if (hasEnded(job)) written.set(job.id, ids);
    return ids;
  };

  const look = async (): Promise<void> => {
    const looked = [...searches];
    // A chunk that was found may be looked for again before this look is over, which then is not one for it.
    const isOpen = ([chunk, search]: readonly [Chunk, Search]): boolean => searches.get(chunk) === search;
    const owners = new Map(looked.flatMap((one) => entriesOf(one[0]).map(({ id }) => [id as string, one] as const)));
    for (const [, search] of looked) Object.assign(search, { mayCome: false, isSure: time.isKnown });
    for await (const page of allJobs()) {
      for (const job of page) {
        const possible = looked.filter((one) => !isClaimed(job.id) && isOpen(one) && isCandidate(one[0], job));
        if (!possible.length) continue;
        const ids = await idsOf(job);
        const owner = ids.map((id) => owners.get(id)).find((one) => one && possible.includes(one) && isOpen(one));
        const isSilent = !ids.length && job.attributes.completed_count !== 0;
        if (owner) end(owner, { job });
        else if (!hasEnded(job)) for (const [, search] of possible) search.mayCome = true;
        else if (isSilent) for (const [, search] of possible) search.isSure = false;
      }
    }
    for (const one of looked.filter(isOpen)) {
      const [, { mayCome, isSure }] = one;
      if (!mayCome) end(one, { job: undefined, isSure });
    }
  };

  /** A job moves along these statuses, so that none slips through between two lists. */
  async function* allJobs(): AsyncGenerator<Job[]> {
    yield* listOf("queued");
    yield* listOf("processing");
    yield* jobs.endedJobs("complete");
    yield* jobs.endedJobs("cancelled");
  }

  async function* listOf(status: string): AsyncGenerator<Job[]> {
    let cursor: string | undefined;
    do {
      const { data, next } = await calls.jobs(action, status, cursor);
      yield data;
      cursor = next;
    } while (cursor !== undefined);
  }

  const lookOn = async (): Promise<void> => {
    isLooking = true;
    try {
      while (searches.size) {
        await look();
        if (searches.size) await sleep(1000, signal, clock);
      }
    } catch (error) {
      for (const { reject } of searches.values()) reject(error);
      searches.clear();
    }
    written.clear();
    isLooking = false;
  };

  const holdBack = (at: number): (() => void) => jobs.holdBack(at - skew());

  return {
    holdBack,
    async find(chunk) {
      const { at = 0 } = chunk;
      const letGo = holdBack(at);
      try {
        // The API may still be about to make the job of a request whose connection broke.
        await sleep(Math.max(at + workTime - time.now(), 0), signal, clock);
        return await new Promise((resolve, reject) => {
          searches.set(chunk, { resolve, reject, mayCome: false, isSure: true });
          if (!isLooking) void lookOn();
        });
      } finally {
        letGo();
      }
    },
  };
}
