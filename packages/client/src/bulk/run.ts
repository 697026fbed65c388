import { callHook } from "../basics/call-hook.ts";
import { systemClock } from "../basics/clock.ts";
import { onAbort } from "../basics/on-abort.ts";
import { type Batches, batches, recordsPerJob } from "./batches.ts";
import { bell } from "./bell.ts";
import type { BulkOptions } from "./bulk-options.ts";
import type { BulkError, BulkOutcome, BulkSummary } from "./bulk-outcome.ts";
import type { BulkAction, BulkSource, BulkType, JobAction } from "./bulk-record.ts";
import { callsOf } from "./calls.ts";
import { catalogKinds } from "./catalog-kinds.ts";
import type { Chunk } from "./chunk.ts";
import { chunkRunner } from "./chunk-runner.ts";
import { type Entry, entryOf, mostBytes } from "./entry.ts";
import type { Verdict } from "./job-outcomes.ts";
import { ledger } from "./ledger.ts";
import { outboxByCompletion, outboxByInput } from "./outbox.ts";
import { readSource } from "./read-source.ts";
import { seenIds } from "./seen-ids.ts";
import { isMissing, isTaken } from "./settle-doubts.ts";
import { stopper } from "./stopper.ts";
import { count, emptyTally } from "./tally.ts";

/** A run that has not begun: it begins when the first outcome is asked for. */
export interface Run {
  outcomes(): AsyncGenerator<BulkOutcome<unknown>>;
  summary(): BulkSummary;
}

/** What a run is about. */
export interface RunSetup {
  client: object;
  action: BulkAction;
  type: BulkType;
  source: BulkSource<unknown>;
  options: BulkOptions;
}

/** Chunks that wait to be submitted at most: as many as the API takes in a second. */
const mostStarting = 75;
/** Bytes of records in them at most; one chunk may have more. */
const mostStartingBytes = 10 * mostBytes;

/** Prepares a {@link Run}. */
export function createRun({ client, action, type, source, options }: RunSetup): Run {
  const { clock = (client as BulkOptions).clock ?? systemClock } = options;
  const { jobsInProgress = 500, flushInterval = 1000, total, onProgress, timeout = 30_000 } = options;
  const { plural } = catalogKinds[type];
  const changed = bell();
  const stop = stopper(clock, timeout, changed.ring);
  const calls = callsOf(client, type, stop.expired);
  const book = ledger();
  const tally = emptyTally();
  const seen = seenIds();
  /** Records that have no outcome yet. */
  const open = new Map<number, Entry>();
  const outbox = options.order === "input" ? outboxByInput(() => false) : outboxByCompletion();
  let began = 0;
  let ended: number | undefined;
  let read = 0;
  let submitted = 0;
  let untaken = 0;
  let over = false;

  const tell = ({ entry, status, error }: Verdict): void => {
    const { record, index, id } = entry;
    open.delete(index);
    untaken++;
    outbox.put({ entry, outcome: { record, index, status, ...(id !== undefined && { id }), ...(error && { error }) } });
    changed.ring();
  };

  /** Tries an upsert on the other side, once, when somebody else was quicker. */
  const judge = (verdict: Verdict, chunk: Chunk): boolean => {
    const { entry, error } = verdict;
    const other = chunk.action === "create" ? "update" : "create";
    const wrongSide = error && (chunk.action === "create" ? isTaken(error) : isMissing(error));
    if (action !== "upsert" || entry.switched || !wrongSide) {
      tell(verdict);
      return true;
    }
    entry.switched = true;
    sides[other].add(entry);
    changed.ring();
    return false;
  };

  const duration = (): number => (ended ?? clock.now()) - began;
  const settled = (): number => tally.done + tally.failed + tally.unknown;
  const recordsPerMinute = (): number => (settled() / Math.max(duration(), 1)) * 60_000;

  const report = (): void => {
    const rate = recordsPerMinute();
    const remaining = total !== undefined && rate > 0 ? (Math.max(total - settled(), 0) / rate) * 60_000 : undefined;
    const { done, failed, unknown } = tally;
    const { jobsOpen } = runner;
    callHook(onProgress, { read, submitted, done, failed, unknown, jobsOpen, recordsPerMinute: rate, remaining });
  };

  const runner = chunkRunner({
    calls,
    clock,
    changed,
    stop,
    ledger: book,
    jobsInProgress,
    plural,
    tell: judge,
    onAccepted(chunk) {
      submitted += chunk.entries.length;
      report();
    },
  });

  const side = (action: JobAction): Batches => batches(clock, flushInterval, (entries) => runner.send(action, entries));
  const sides: Record<JobAction, Batches> = { create: side("create"), update: side("update"), delete: side("delete") };

  let lookUps = 0;
  const arrivals = batches(clock, flushInterval, async (entries) => {
    lookUps++;
    try {
      const found = await calls.find(entries.map(({ id }) => id as string));
      for (const entry of entries) sides[found.has(entry.id as string) ? "update" : "create"].add(entry);
    } catch (error) {
      stop.halt(error);
    }
    lookUps--;
    changed.ring();
  });
  const entrance = action === "upsert" ? arrivals : sides[action];

  const accept = (record: unknown): void => {
    const entry = entryOf(record, read++, action, type);
    open.set(entry.index, entry);
    const { error, id } = entry;
    if (error) tell({ entry, status: "failed", error });
    else if (!seen.add(id as string)) {
      tell({
        entry,
        status: "failed",
        error: { code: "duplicate_in_run", detail: `The id '${id}' was in this run before.` },
      });
    } else entrance.add(entry);
  };

  const mayRead = (): boolean =>
    stop.halted.aborted ||
    (runner.starting.chunks + lookUps < mostStarting &&
      runner.starting.bytes < mostStartingBytes &&
      open.size + untaken < jobsInProgress * recordsPerJob);

  const readAll = async (): Promise<void> => {
    const reader = readSource(source);
    for (;;) {
      while (!mayRead()) await changed.wait();
      if (stop.halted.aborted) return reader.stop();
      const step = reader.next();
      const { done, value } = step instanceof Promise ? await unlessHalted(step) : step;
      if (done) return;
      accept(value);
    }
  };

  /** What the source gives next; its end, once the run is to stop, whatever the source waits for. */
  const unlessHalted = (step: Promise<IteratorResult<unknown>>): Promise<IteratorResult<unknown>> =>
    new Promise((resolve, reject) => {
      const forget = onAbort(stop.halted, () => resolve({ done: false, value: undefined }));
      step.then(resolve, reject).finally(forget);
    });

  const main = async (): Promise<void> => {
    await readAll().catch(stop.fail);
    for (;;) {
      for (const batch of [arrivals, ...Object.values(sides)]) batch.flush();
      if (runner.isIdle && !lookUps) break;
      await changed.wait();
    }
    for (const entry of open.values()) tell({ entry, status: "unknown", error: unsettled(entry) });
    over = true;
    changed.ring();
  };

  return {
    async *outcomes() {
      began = clock.now();
      const { signal } = options;
      const abort = (): void => stop.halt(signal?.reason);
      if (signal?.aborted) abort();
      const forget = signal && onAbort(signal, abort);
      try {
        void main();
        for (;;) {
          const told = outbox.take();
          if (told) {
            yield told.outcome;
            untaken--;
            count(tally, told.outcome);
            changed.ring();
          } else if (over) break;
          else await changed.wait();
        }
        if (stop.failure) throw stop.failure.error;
      } finally {
        forget?.();
        stop.end();
        ended = clock.now();
      }
    },
    summary: () => ({ read, ...tally, duration: duration(), recordsPerMinute: recordsPerMinute(), calls: calls.made }),
  };
}

function unsettled({ chunk }: Entry): BulkError {
  return chunk?.at === undefined
    ? { code: "not_sent", detail: "The run ended before this record was sent." }
    : { code: "not_settled", detail: `The run ended before it was known what became of this record.` };
}
