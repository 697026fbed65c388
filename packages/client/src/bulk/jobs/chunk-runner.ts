import type { Bell } from "../../basics/bell.ts";
import { type Clock, sleep } from "../../basics/clock.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { JobAction } from "../records/bulk-record.ts";
import { type Chunk, type Entry, entriesOf } from "../records/chunk.ts";
import { apiTime } from "./api-time.ts";
import type { Calls, Job } from "./calls.ts";
import { divideRefused } from "./divide-refused.ts";
import { errorsByPlace, type Verdict, verdictsOf } from "./job-outcomes.ts";
import { lostJobs } from "./lost-jobs.ts";
import { openJobs } from "./open-jobs.ts";
import { mostFailures, pauseAfter } from "./persist.ts";
import { isAsSent, settleDoubts } from "./settle-doubts.ts";
import type { Stopper } from "./stopper.ts";
import { type Submission, submitChunk } from "./submit-chunk.ts";

/** What {@link chunkRunner} needs. */
export interface ChunkRunnerOptions {
  calls: Calls;
  clock: Clock;
  changed: Bell;
  stop: Stopper;
  ledger: Ledger;
  jobsInProgress: number;
  /** The name of a list of the records. */
  plural: string;
  /** Told what has become of a record. */
  tell(verdict: Verdict, chunk: Chunk): void;
  onAccepted(chunk: Chunk): void;
}

/** Takes chunks from their first submission to the end of their job. */
export interface ChunkRunner {
  send(action: JobAction, entries: Entry[]): void;
  /** Goes on with a chunk of an earlier run. */
  resume(chunk: Chunk): void;
  readonly jobsOpen: number;
  /** Chunks that no job has been accepted for yet, and the bytes of their records. */
  readonly starting: { chunks: number; bytes: number };
  readonly isIdle: boolean;
}

const actions = ["create", "update", "delete"] as const;

function byAction<Value>(make: (action: JobAction) => Value): Record<JobAction, Value> {
  return { create: make("create"), update: make("update"), delete: make("delete") };
}

/** Milliseconds until a refusal for too many jobs is asked again. */
const busyPause = 2000;
/** Refusals that name no record, of jobs with few of them, before any job was accepted: after that many it is no record's fault. */
const mostVagueRefusals = 5;
const fewRecords = 12;

export function chunkRunner(options: ChunkRunnerOptions): ChunkRunner {
  const { calls, clock, changed, stop, ledger, jobsInProgress, plural, tell } = options;
  const submitOnce = submitChunk(calls, stop);
  const starting = { chunks: 0, bytes: 0 };
  const claimed = new Set<string>();
  let tasks = 0;
  /** Jobs in progress, those that are being submitted included. */
  let slots = 0;
  const time = apiTime(clock);
  let hasAccepted = false;
  let vagueRefusals = 0;

  const work = async (task: () => Promise<void>): Promise<void> => {
    tasks++;
    try {
      await task();
    } catch (error) {
      if (!stop.expired.aborted) stop.halt(error);
    }
    tasks--;
    changed.ring();
  };

  const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    sleep(milliseconds, signal, clock).catch(() => {});

  const conclude = async (chunk: Chunk, job: Job): Promise<void> => {
    const verdicts = verdictsOf(job, chunk, plural);
    if (chunk.foreign !== undefined) {
      // Its own job may have ended long ago, and is still to be found if this is not it.
      const letGo = lost[chunk.action].holdBack(chunk.foreign);
      try {
        if (!(await isAsSent(verdicts, chunk, calls))) return startAgain(chunk);
      } finally {
        letGo();
      }
    }
    for (const verdict of await settleDoubts(verdicts, chunk, calls)) tell(verdict, chunk);
  };

  const watches = byAction((action) => {
    const onEnd = (chunk: Chunk, job: Job | undefined): void => {
      slots--;
      if (job) return void work(() => conclude(chunk, job));
      // A job that the API has forgotten may have done its work.
      chunk.again = true;
      startAgain(chunk);
    };
    return openJobs({ action, calls, clock, signal: stop.expired, onEnd });
  });
  const lost = byAction((action) =>
    lostJobs({
      action,
      calls,
      clock,
      signal: stop.expired,
      jobs: watches[action],
      time,
      isClaimed: (id) => claimed.has(id),
    }),
  );

  const follow = (chunk: Chunk): void => {
    const watch = watches[chunk.action];
    watch.add(chunk);
    if (watch.size === 1) void work(() => watch.watch());
  };

  const accept = async (chunk: Chunk, job: Job): Promise<void> => {
    time.learn(Date.parse(job.attributes.created_at));
    hasAccepted = true;
    await adopt(chunk, job);
  };

  /** Takes a job for the chunk's. */
  const adopt = async (chunk: Chunk, job: Job): Promise<void> => {
    claimed.add(job.id);
    Object.assign(chunk, { job: job.id, at: Date.parse(job.attributes.created_at) });
    follow(chunk);
    options.onAccepted(chunk);
    await ledger.accepted(chunk);
  };

  /**
   * Fails the records that are to blame for a refusal.
   *
   * @returns whether others are left to be sent again
   * @throws the refusal, when few records after few others are refused, none is named, and none was ever accepted
   */
  const refuse = (chunk: Chunk, { errors, error }: Extract<Submission, { kind: "refused" }>): boolean => {
    const entries = entriesOf(chunk);
    const { failed, kept, rest } = divideRefused(entries, errors);
    const isVague = entries.length <= fewRecords && !errorsByPlace(errors).size && error.status === 400;
    if (isVague && !hasAccepted && ++vagueRefusals === mostVagueRefusals) throw error;
    for (const entry of [...failed.keys(), ...rest]) ledger.release(entry);
    for (const [entry, error] of failed) tell({ entry, status: "failed", error }, chunk);
    chunk.entries = kept;
    if (rest.length) send(chunk.action, rest);
    return kept.length > 0;
  };

  /** Of records that still exist, no job has deleted its own. */
  const isUndone = async (chunk: Chunk): Promise<boolean> => {
    const ids = entriesOf(chunk).map(({ id }) => id as string);
    return chunk.action === "delete" && (await calls.find(ids)).size > 0;
  };

  const submit = async (chunk: Chunk, { uncertain }: { uncertain: boolean }): Promise<void> => {
    let isUncertain = uncertain;
    for (let failures = 0; ; ) {
      if (isUncertain) {
        const found = await lost[chunk.action].find(chunk);
        if (found.job) {
          slots++;
          // The same records may have been sent shortly before, by another run.
          const { at = 0 } = chunk;
          const isOlder = Date.parse(found.job.attributes.created_at) < at;
          if (isOlder || !time.isKnown) chunk.foreign = at;
          return adopt(chunk, found.job);
        }
        chunk.again ||= !found.isSure && !(await isUndone(chunk));
        isUncertain = false;
      }
      while (slots >= jobsInProgress && !stop.halted.aborted) await changed.wait();
      if (stop.halted.aborted) return;
      slots++;
      chunk.entries = entriesOf(chunk);
      chunk.at = time.now();
      await ledger.announce(chunk);
      const submission = await submitOnce(chunk);
      if (submission.kind === "accepted") return accept(chunk, submission.job);
      slots--;
      changed.ring();
      if (submission.kind === "hopeless") throw submission.error;
      isUncertain = submission.kind === "uncertain";
      if (!isUncertain) ledger.undone(chunk);
      if (submission.kind === "refused") {
        if (!refuse(chunk, submission)) return;
      } else if (submission.kind === "busy") {
        await pause(busyPause, stop.halted);
      } else {
        if (++failures > mostFailures) throw submission.error;
        await pause(pauseAfter(failures), stop.halted);
      }
    }
  };

  /** Looks for another job of the chunk than the one that it had, and sends the chunk if there is none. */
  const startAgain = (chunk: Chunk): void => {
    Object.assign(chunk, { job: undefined, at: chunk.foreign ?? chunk.at, foreign: undefined });
    start(chunk, true);
  };

  /** Sends a chunk, counting it as starting until its job was accepted. */
  const start = (chunk: Chunk, uncertain: boolean): void => {
    const bytes = entriesOf(chunk).reduce((sum, { size }) => sum + size, 0);
    starting.chunks++;
    starting.bytes += bytes;
    void work(async () => {
      try {
        await submit(chunk, { uncertain });
      } finally {
        starting.chunks--;
        starting.bytes -= bytes;
      }
    });
  };

  const send = (action: JobAction, entries: Entry[]): void => {
    if (!stop.halted.aborted) start(ledger.newChunk(action, entries), false);
  };

  return {
    send,
    resume(chunk) {
      if (!chunk.job) return start(chunk, chunk.at !== undefined);
      slots++;
      claimed.add(chunk.job);
      follow(chunk);
    },
    get jobsOpen() {
      return actions.reduce((sum, action) => sum + watches[action].size, 0);
    },
    starting,
    get isIdle() {
      return tasks === 0;
    },
  };
}
