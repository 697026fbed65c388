import { callHook } from "../basics/call-hook.ts";
import type { Clock } from "../basics/clock.ts";
import { onAbort } from "../basics/on-abort.ts";
import { type Batches, batches, recordsPerJob } from "./batches.ts";
import { bell } from "./bell.ts";
import { BulkAbortedError } from "./bulk-aborted-error.ts";
import type { BulkOptions } from "./bulk-options.ts";
import type { BulkError, BulkOutcome, BulkSummary } from "./bulk-outcome.ts";
import type { BulkAction, BulkSource, BulkType, JobAction } from "./bulk-record.ts";
import { callsOf } from "./calls.ts";
import { catalogKinds } from "./catalog-kinds.ts";
import type { Chunk, Entry } from "./chunk.ts";
import { chunkRunner } from "./chunk-runner.ts";
import { entryOf, mostBytes } from "./entry.ts";
import type { Verdict } from "./job-outcomes.ts";
import { ledger, type Past, type Spent } from "./ledger.ts";
import { outboxByCompletion, outboxByInput, type Told } from "./outbox.ts";
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
  clock: Clock;
}

/** Chunks that wait to be submitted at most: as many as the API takes in a second. */
const mostStarting = 75;
/** Bytes of records in them at most; one chunk may have more. */
const mostStartingBytes = 10 * mostBytes;

/** Prepares a {@link Run}. */
export function createRun({ client, action, type, source, options, clock }: RunSetup): Run {
  const { jobsInProgress = 500, flushInterval = 1000, total, onProgress, timeout = 30_000 } = options;
  const { plural } = catalogKinds[type];
  const changed = bell();
  const stop = stopper(clock, timeout, changed.ring);
  const calls = callsOf(client, type, clock, stop.expired);
  const book = ledger({ action, type, clock, checkpoint: options.checkpoint, spent: () => spent() });
  let past: Past | undefined;
  let tally = emptyTally();
  const seen = seenIds();
  /** Records that have no outcome yet. */
  const open = new Map<number, Entry>();
  const outbox = options.order === "input" ? outboxByInput((index) => !!past?.isSettled(index)) : outboxByCompletion();
  let began = 0;
  let ended: number | undefined;
  let read = 0;
  let submitted = 0;
  let untaken = 0;
  let unsettled = 0;
  /** Whether outcomes were taken since progress was told. */
  let news = false;
  let over = false;

  const tell = (verdict: Verdict): void => {
    const { entry, status, error } = verdict;
    const { record, index, id } = entry;
    open.delete(index);
    untaken++;
    outbox.put({ entry, outcome: { record, index, status, ...(id !== undefined && { id }), ...(error && { error }) } });
    changed.ring();
  };

  /** Tries an upsert on the other side, once, when somebody else was quicker. */
  const judge = (verdict: Verdict, chunk: Chunk): void => {
    const { entry, error } = verdict;
    const other = chunk.action === "create" ? "update" : "create";
    const wrongSide = error && (chunk.action === "create" ? isTaken(error) : isMissing(error));
    if (action === "upsert" && wrongSide && !entry.switched) {
      entry.switched = true;
      sides[other].add(entry);
      changed.ring();
    } else tell(verdict);
  };

  const spent = (): Spent => ({
    duration: (past?.spent.duration ?? 0) + (ended ?? clock.now()) - began,
    calls: (past?.spent.calls ?? 0) + calls.made,
  });
  const settled = (): number => tally.done + tally.failed + tally.unknown;
  const recordsPerMinute = (): number => (settled() / Math.max(spent().duration, 1)) * 60_000;

  const report = (): void => {
    news = false;
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
    if (stop.halted.aborted) return;
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

  const admit = (entry: Entry, isNew: boolean): void => {
    const { error, id } = entry;
    if (error) tell({ entry, status: "failed", error });
    else if (isNew) entrance.add(entry);
    else {
      const detail = `The id '${id}' was in this run before.`;
      tell({ entry, status: "failed", error: { code: "duplicate_in_run", detail } });
    }
  };

  /** Records that an earlier attempt had read and not sent: they wait until the source is known to be the same. */
  const held: [Entry, boolean][] = [];

  const accept = (record: unknown): void => {
    const entry = entryOf(record, read++, action, type);
    const isNew = entry.error?.code === "invalid_record" || seen.add(entry.id as string);
    const place = book.see(entry);
    if (place !== "settled") open.set(entry.index, entry);
    if (read > (past as Past).read) admit(entry, isNew);
    else if (place === "loose") held.push([entry, isNew]);
    if (read === past?.read) goOn();
  };

  /** Goes on where an earlier attempt was, now that the source has given all of its records again. */
  const goOn = (): void => {
    for (const chunk of past?.chunks ?? []) runner.resume(chunk);
    for (const [entry, isNew] of held.splice(0)) admit(entry, isNew);
  };

  const isReplaying = (): boolean => !past || read < past.read;

  const mayRead = (): boolean =>
    stop.halted.aborted ||
    isReplaying() ||
    (runner.starting.chunks + lookUps < mostStarting &&
      runner.starting.bytes < mostStartingBytes &&
      open.size + untaken < jobsInProgress * recordsPerJob);

  const readAll = async (): Promise<void> => {
    const reader = readSource(source);
    past = await book.load();
    tally = past.tally;
    for (;;) {
      while (!mayRead()) await changed.wait();
      if (stop.halted.aborted) return reader.stop();
      const step = reader.next();
      const { done, value } = step instanceof Promise ? await unlessHalted(step) : step;
      if (stop.halted.aborted) return reader.stop();
      if (done) return book.seeEnd();
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
    // What stands before the run, such as a source that has changed, lets nothing be sent.
    await readAll().catch((error) => (isReplaying() ? stop.halt : stop.fail)(error));
    for (;;) {
      for (const batch of [arrivals, ...Object.values(sides)]) batch.flush();
      if (runner.isIdle && !lookUps) break;
      await changed.wait();
    }
    for (const entry of open.values()) tell({ entry, status: "unknown", error: endOf(entry) });
    over = true;
    changed.ring();
  };

  const take = async ({ entry, outcome }: Told): Promise<void> => {
    untaken--;
    news = true;
    count(tally, outcome);
    changed.ring();
    if (unfinished.includes(outcome.error?.code as string)) {
      unsettled++;
      return;
    }
    await book.taken(entry, outcome)?.catch(stop.halt);
  };

  return {
    async *outcomes() {
      began = clock.now();
      const { signal } = options;
      const abort = (): void => stop.halt(signal?.reason);
      if (signal?.aborted) abort();
      const forget = signal && onAbort(signal, abort);
      let working: Promise<void> | undefined;
      try {
        working = main();
        for (;;) {
          const told = outbox.take();
          if (told) {
            yield told.outcome;
            await take(told);
            continue;
          }
          if (news) report();
          if (over) break;
          await changed.wait();
        }
      } finally {
        forget?.();
        stop.end();
        await working;
        ended = clock.now();
        await book.close().catch(stop.fail);
      }
      if (!stop.failure) return;
      const { error: cause } = stop.failure;
      if (!signal?.aborted || cause !== signal.reason) throw cause;
      throw new BulkAbortedError({ read, unsettled, hasCheckpoint: !!options.checkpoint, cause });
    },
    summary() {
      const errors = tally.errors.toSorted((a, b) => b.count - a.count);
      return { read, ...tally, errors, ...spent(), recordsPerMinute: recordsPerMinute() };
    },
  };
}

/** Codes of outcomes that are only those of this attempt. */
const unfinished = ["not_sent", "not_settled"];

function endOf({ chunk }: Entry): BulkError {
  return chunk?.at === undefined
    ? { code: "not_sent", detail: "The run ended before this record was sent." }
    : { code: "not_settled", detail: "The run ended before it was known what became of this record." };
}
