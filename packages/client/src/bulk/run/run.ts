import { bell } from "../../basics/bell.ts";
import type { Clock } from "../../basics/clock.ts";
import { onAbort } from "../../basics/on-abort.ts";
import { callsOf } from "../jobs/calls.ts";
import { chunkRunner } from "../jobs/chunk-runner.ts";
import type { Verdict } from "../jobs/job-outcomes.ts";
import { stopper } from "../jobs/stopper.ts";
import { ledger } from "../ledger/ledger.ts";
import type { Past } from "../ledger/stored-run.ts";
import { recordsPerJob } from "../records/batches.ts";
import type { BulkError, BulkOutcome, BulkSummary } from "../records/bulk-outcome.ts";
import type { BulkAction, BulkSource, BulkType } from "../records/bulk-record.ts";
import { catalogKinds } from "../records/catalog-kinds.ts";
import type { Chunk, Entry } from "../records/chunk.ts";
import { entryOf, mostBytes } from "../records/entry.ts";
import { readSource } from "../records/read-source.ts";
import { seenIds } from "../records/seen-ids.ts";
import { BulkAbortedError } from "./bulk-aborted-error.ts";
import type { BulkOptions } from "./bulk-options.ts";
import { figures } from "./figures.ts";
import { outboxByCompletion, outboxByInput } from "./outbox.ts";
import { sorter } from "./sorter.ts";

/** A run that has not begun: it begins when the first outcome is asked for. */
export interface Run {
  outcomes(): AsyncGenerator<BulkOutcome<unknown>, void, void>;
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
  /** Told when the iteration is over. */
  onEnd(): void;
}

/** Chunks that wait to be submitted at most: as many as the API takes in a second. */
const mostStarting = 75;
/** Bytes of records in them at most; one chunk may have more. */
const mostStartingBytes = 10 * mostBytes;

/** Prepares a {@link Run}. */
export function createRun({ client, action, type, source, options, clock, onEnd }: RunSetup): Run {
  const { checkpoint, jobsInProgress = 500, flushInterval = 1000, total, onProgress, timeout = 30_000 } = options;
  const { plural } = catalogKinds[type];
  const changed = bell();
  const stop = stopper(clock, timeout, changed.ring);
  const calls = callsOf(client, type, clock, stop.expired);
  const totals = figures({ clock, total, onProgress, calls: () => calls.made, jobsOpen: () => runner.jobsOpen });
  const { baseUrl } = client as { baseUrl?: string };
  const book = ledger({ action, type, clock, checkpoint, baseUrl, spent: totals.spent });
  let past: Past | undefined;
  const seen = seenIds();
  /** Records that have no outcome yet. */
  const open = new Set<Entry>();
  const outbox = options.order === "input" ? outboxByInput((index) => !!past?.isSettled(index)) : outboxByCompletion();
  let untaken = 0;
  let unsettled = 0;
  let over = false;

  const tell = (verdict: Verdict): void => {
    open.delete(verdict.entry);
    untaken++;
    outbox.put(verdict);
    changed.ring();
  };

  const runner = chunkRunner({
    calls,
    clock,
    changed,
    stop,
    ledger: book,
    jobsInProgress,
    plural,
    tell: (verdict, chunk) => sorted.judge(verdict, chunk),
    onAccepted(chunk) {
      totals.submitted += chunk.entries.length;
      totals.report();
    },
  });
  const { send } = runner;
  const sorted = sorter({ action, calls, clock, flushInterval, changed, stop, send, tell });

  const admit = (entry: Entry, isNew: boolean): void => {
    const { error, id } = entry;
    if (error) tell({ entry, status: "failed", error });
    else if (isNew) sorted.add(entry);
    else {
      const detail = `The id '${id}' was in this run before.`;
      tell({ entry, status: "failed", error: { code: "duplicate_in_run", detail } });
    }
  };

  /** Records that an earlier attempt had read and not sent: they wait until the source is known to be the same. */
  const held: [Entry, boolean][] = [];

  const accept = (record: unknown, { read, chunks }: Past): void => {
    const entry = entryOf(record, totals.read++, action, type);
    const isNew = entry.error?.code === "invalid_record" || seen.add(entry.id as string);
    const place = book.see(entry);
    if (place !== "settled") open.add(entry);
    if (totals.read > read) admit(entry, isNew);
    else if (place === "loose") held.push([entry, isNew]);
    if (totals.read === read) goOn(chunks);
  };

  /** Goes on where an earlier attempt was, now that the source has given all of its records again. */
  const goOn = (chunks: readonly Chunk[]): void => {
    for (const chunk of chunks) runner.resume(chunk);
    for (const [entry, isNew] of held.splice(0)) admit(entry, isNew);
  };

  const isReplaying = (): boolean => !past || totals.read < past.read;

  const mayRead = (): boolean =>
    stop.halted.aborted ||
    isReplaying() ||
    (runner.starting.chunks + sorted.lookUps < mostStarting &&
      runner.starting.bytes < mostStartingBytes &&
      open.size + untaken < jobsInProgress * recordsPerJob);

  const readAll = async (): Promise<void> => {
    const reader = readSource(source);
    past = await book.load();
    totals.goOnFrom(past);
    for (;;) {
      while (!mayRead()) await changed.wait();
      if (stop.halted.aborted) return reader.stop();
      const step = reader.next();
      const { done, value } = step instanceof Promise ? await unlessHalted(step) : step;
      if (stop.halted.aborted) return reader.stop();
      if (done) return book.seeEnd();
      accept(value, past);
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
      sorted.flush();
      if (runner.isIdle && !sorted.lookUps) break;
      await changed.wait();
    }
    for (const entry of open) tell({ entry, status: "unknown", error: endOf(entry) });
    over = true;
    changed.ring();
  };

  /** @returns what is to be waited for; mostly nothing, because a promise a record costs more than the rest of its way */
  const taken = (entry: Entry, outcome: BulkOutcome<unknown>): Promise<void> | undefined => {
    untaken--;
    totals.count(outcome);
    changed.ring();
    if (!isUnfinished(outcome)) return book.taken(entry, outcome)?.catch(stop.halt);
    unsettled++;
    return undefined;
  };

  return {
    async *outcomes() {
      totals.begin();
      const { signal } = options;
      const abort = (): void => stop.halt(signal?.reason);
      if (signal?.aborted) abort();
      const forget = signal && onAbort(signal, abort);
      let working: Promise<void> | undefined;
      try {
        working = main();
        for (;;) {
          const verdict = outbox.take();
          if (verdict) {
            const outcome = outcomeOf(verdict);
            yield outcome;
            const written = taken(verdict.entry, outcome);
            if (written) await written;
            continue;
          }
          totals.reportNews();
          if (over) break;
          await changed.wait();
        }
      } finally {
        forget?.();
        stop.end();
        await working;
        totals.end();
        await book.close().catch(stop.fail);
        onEnd();
      }
      if (!stop.failure) return;
      const { error: cause } = stop.failure;
      if (!signal?.aborted || cause !== signal.reason) throw cause;
      throw new BulkAbortedError({ read: totals.read, unsettled, hasCheckpoint: !!checkpoint, cause });
    },
    summary: totals.summary,
  };
}

function outcomeOf({ entry, status, error }: Verdict): BulkOutcome<unknown> {
  const { record, index, id } = entry;
  const outcome: BulkOutcome<unknown> = { record, index, status };
  if (id !== undefined) outcome.id = id;
  if (error) outcome.error = error;
  return outcome;
}

/** Whether an outcome is only that of this attempt. */
function isUnfinished({ error }: BulkOutcome<unknown>): boolean {
  return error?.code === "not_sent" || error?.code === "not_settled";
}

function endOf({ chunk }: Entry): BulkError {
  return chunk?.at === undefined
    ? { code: "not_sent", detail: "The run ended before this record was sent." }
    : { code: "not_settled", detail: "The run ended before it was known what became of this record." };
}
