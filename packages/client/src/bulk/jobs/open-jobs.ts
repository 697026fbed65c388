import { type Clock, sleep } from "../../basics/clock.ts";
import type { JobAction } from "../records/bulk-record.ts";
import type { Chunk } from "../records/chunk.ts";
import type { Calls, Job } from "./calls.ts";
import { isRefusal } from "./persist.ts";

/** What {@link openJobs} needs. */
export interface OpenJobsOptions {
  action: JobAction;
  calls: Calls;
  clock: Clock;
  /** Ends every wait. */
  signal: AbortSignal;
  /** Told of a job that has ended, or that the API no longer knows. */
  onEnd(chunk: Chunk, job: Job | undefined): void;
}

/** Jobs of one action that are in progress, or whose answer was lost. */
export interface OpenJobs {
  readonly size: number;
  add(chunk: Chunk): void;
  /** Keeps jobs from this time on in what {@link endedJobs} looks through; returns what ends that. */
  holdBack(at: number): () => void;
  /** The jobs that have ended like this, page by page, from about the time of the oldest open one on. */
  endedJobs(status: Ending): AsyncGenerator<Job[]>;
  /** Looks after the jobs until all have ended. @throws what the API answers with again and again */
  watch(): Promise<void>;
}

/** The statuses of a job that nothing happens to any more. */
type Ending = "complete" | "cancelled";

/** Milliseconds between two looks, and after how many open ones a job is asked for by its id. */
const shortestPause = 1000;
const longestPause = 10_000;
const patience = 30_000;

/**
 * Looks after jobs in few calls: a page of the list of completed jobs serves a hundred of them. Lists grow for days, so
 * pages that hold nothing but jobs older than every open one are not read again. Where a list does not lead to the jobs in
 * as many pages as there are jobs, they are asked for one by one.
 */
export function openJobs({ action, calls, clock, signal, onEnd }: OpenJobsOptions): OpenJobs {
  const open = new Map<string, Chunk>();
  const heldBack = new Set<{ at: number }>();
  const asked = new Map<Chunk, number>();
  let busyLooks = 0;
  /** Where the pages begin that may hold an open job. */
  const first: Partial<Record<Ending, string>> = {};

  const oldest = (): number =>
    Math.min(...Array.from(open.values(), ({ at }) => at as number), ...Array.from(heldBack, ({ at }) => at));

  const end = (chunk: Chunk, job: Job | undefined): void => {
    open.delete(chunk.job as string);
    asked.delete(chunk);
    onEnd(chunk, job);
  };

  async function* endedJobs(status: Ending): AsyncGenerator<Job[]> {
    for (let cursor = first[status]; ; ) {
      const { data, next } = await pageAt(status, cursor);
      yield data;
      const created = data.map(({ attributes }) => Date.parse(attributes.created_at));
      const [earliest = 0, latest = 0] = [created[0], created.at(-1)];
      const isOld = Math.max(earliest, latest) < oldest();
      // Newest first: what follows is older still.
      if (next === undefined || (isOld && earliest > latest)) return;
      if (isOld && cursor === first[status] && earliest < latest) first[status] = next;
      cursor = next;
    }
  }

  const pageAt = async (status: Ending, cursor: string | undefined) => {
    try {
      return await calls.jobs(action, status, cursor);
    } catch (error) {
      // A cursor may have expired.
      if (cursor === undefined || cursor !== first[status] || !isRefusal(error) || error.status !== 400) throw error;
      delete first[status];
      return calls.jobs(action, status);
    }
  };

  const ask = async (chunk: Chunk): Promise<void> => {
    asked.set(chunk, clock.now());
    try {
      const job = await calls.job(action, chunk.job as string);
      if (hasEnded(job)) end(chunk, job);
    } catch (error) {
      if (!isRefusal(error) || error.status !== 404) throw error;
      end(chunk, undefined);
    }
  };

  /** @returns whether all pages were read that may hold an open job */
  const lookThrough = async (status: Ending): Promise<boolean> => {
    let pages = Math.max(open.size, 3);
    for await (const jobs of endedJobs(status)) {
      for (const job of jobs) {
        const chunk = open.get(job.id);
        // A list may be older than its jobs.
        if (chunk && hasEnded(job)) end(chunk, job);
      }
      pages--;
      if (!open.size || !pages) break;
    }
    return pages > 0;
  };

  const look = async (): Promise<void> => {
    const before = open.size;
    const sawAll = await lookThrough("complete");
    // Hardly a job is ever cancelled: while others end, their list is not worth a call at every look.
    const isQuiet = open.size === before;
    if (open.size && (isQuiet || ++busyLooks % 4 === 0)) await lookThrough("cancelled");
    const now = clock.now();
    const waiting = [...open.values()].filter((chunk) => {
      if (!asked.has(chunk)) asked.set(chunk, now);
      return !sawAll || now - (asked.get(chunk) as number) >= patience;
    });
    await Promise.all((sawAll ? waiting.slice(0, 1) : waiting).map(ask));
  };

  return {
    get size() {
      return open.size;
    },
    add: (chunk) => void open.set(chunk.job as string, chunk),
    holdBack(at) {
      const mark = { at };
      heldBack.add(mark);
      return () => void heldBack.delete(mark);
    },
    endedJobs,
    async watch() {
      let pause = shortestPause;
      while (open.size) {
        await sleep(pause, signal, clock);
        const before = open.size;
        await look();
        pause = open.size < before ? shortestPause : Math.min(pause * 1.5, longestPause);
      }
    },
  };
}

/** Whether nothing happens to a job any more. */
export function hasEnded({ attributes }: Job): boolean {
  return attributes.status === "complete" || attributes.status === "cancelled";
}
