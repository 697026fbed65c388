import { type Clock, held } from "../../basics/clock.ts";
import { getOrMake } from "../../basics/get-or-make.ts";
import { withoutStop } from "../../basics/without-stop.ts";
import type { Checkpoint } from "../../checkpoint/checkpoint.ts";
import type { BulkOutcome } from "../records/bulk-outcome.ts";
import type { BulkAction, BulkType, JobAction } from "../records/bulk-record.ts";
import { type Chunk, type Entry, entriesOf } from "../records/chunk.ts";
import { hashText } from "../records/hash-text.ts";
import { toRuns } from "./runs.ts";
import { SourceChangedError } from "./source-changed-error.ts";
import { type Difference, type SourceDigest, sourceDigest } from "./source-digest.ts";
import { keyOf, type Past, readPast, type Spent, type StoredRun, storedRun, textOf } from "./stored-run.ts";
import { count, emptyTally } from "./tally.ts";

/**
 * What a run writes down. Every record that was read is in exactly one place: in the text of its job, in the list of
 * loose ones, which no job has yet, or, if in neither, settled. A record is settled once its outcome was taken, so that no
 * crash takes an outcome from anybody: a job is forgotten when all of its outcomes were taken, and until then told again.
 */
export interface Ledger {
  /** What an earlier attempt has left. */
  load(): Promise<Past>;
  /**
   * Takes note of a record, in the order of the source.
   *
   * @returns where it has been before
   * @throws {SourceChangedError} when it is not the one that was read before
   */
  see(entry: Entry): "settled" | "open" | "loose";
  /** The source has ended. @throws {SourceChangedError} when it had more before */
  seeEnd(): void;
  newChunk(action: JobAction, entries: Entry[]): Chunk;
  /** A record leaves its chunk without an outcome, because it goes with another. */
  release(entry: Entry): void;
  /** Resolves once it is written that the chunk is about to be sent. */
  announce(chunk: Chunk): Promise<void>;
  accepted(chunk: Chunk): Promise<void>;
  /** Nothing was done of a chunk that was sent: the next run need not look for its job. */
  undone(chunk: Chunk): void;
  /** An outcome was taken; resolves once that is written, which it is once for a job. */
  taken(entry: Entry, outcome: BulkOutcome<unknown>): Promise<void> | undefined;
  close(): Promise<void>;
}

/** What {@link ledger} needs. */
export interface LedgerOptions {
  action: BulkAction;
  type: BulkType;
  clock: Clock;
  checkpoint: Checkpoint | undefined;
  /** Where the API is, if the client says so. */
  baseUrl: string | undefined;
  /** What the run has spent so far, its earlier attempts included. */
  spent(): Spent;
}

/** Makes a {@link Ledger}; without a checkpoint it only numbers chunks. */
export function ledger({ action, type, clock, checkpoint, baseUrl, spent }: LedgerOptions): Ledger {
  /** An address may hold what nobody else shall read. */
  const address = baseUrl === undefined ? undefined : hashText(baseUrl)[0];
  let number = 0;
  /** Whether a checkpoint was opened, and whether it was read. */
  let opened = false;
  let loaded = false;
  let before: StoredRun | undefined;
  let digest: SourceDigest = sourceDigest();
  let tally = emptyTally();
  let loose = new Set<number>();
  /** Where the records of an earlier attempt's jobs belong. */
  let places: Past["places"] = new Map();
  /** Outcomes that were taken of jobs that have others to come. */
  const taken = new Map<Chunk, BulkOutcome<unknown>[]>();
  /** The records of the group that is being compared. */
  let recent: unknown[] = [];
  let changes = new Map<string, string | undefined>();
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  /** What a checkpoint does takes real time. */
  const real = <Value>(work: () => Value | Promise<Value>): Promise<Value> => held(clock, (async () => work())());

  const runText = (): string => {
    const known = { read: digest.count, loose: toRuns([...loose].sort((a, b) => a - b)), digest: digest.stored() };
    return JSON.stringify({ version: 1, action, type, address, ...known, tally, spent: spent() } satisfies StoredRun);
  };

  /** Writes the changes made so far, together with those that others make until then. After a failure nothing is written. */
  const save = (): Promise<void> => {
    if (!checkpoint) return Promise.resolve();
    next ??= writing = writing.then(async () => {
      next = undefined;
      changes.set("run", runText());
      const batch = changes;
      changes = new Map();
      try {
        await real(() => checkpoint.write(batch));
      } catch (cause) {
        const reason = withoutStop((cause as Error)?.message ?? cause);
        throw new Error(`The checkpoint cannot be written: ${reason}. Run again with it to go on.`, { cause });
      }
    });
    return next;
  };

  const keep = (chunk: Chunk): void => {
    if (checkpoint) changes.set(keyOf(chunk), textOf(chunk));
  };

  /** Takes a record out of the chunk that it was in. */
  const leave = (entry: Entry): void => {
    const { chunk } = entry;
    if (!chunk || !checkpoint) return;
    chunk.entries = chunk.entries.map((one) => (one === entry ? undefined : one));
    entry.chunk = undefined;
    keep(chunk);
    forgetIfTaken(chunk);
  };

  /** @returns whether all outcomes of the chunk were taken */
  const forgetIfTaken = (chunk: Chunk): boolean => {
    const outcomes = taken.get(chunk) ?? [];
    if (outcomes.length < entriesOf(chunk).length) return false;
    for (const outcome of outcomes) count(tally, outcome);
    taken.delete(chunk);
    changes.set(keyOf(chunk), undefined);
    return true;
  };

  const changed = ({ from, to }: Difference): SourceChangedError =>
    from === to
      ? new SourceChangedError(
          `Record ${from} of the source is not the one that was read before`,
          from,
          // The last group may have fewer records than the others.
          recent[from % (before as StoredRun).digest.size],
        )
      : new SourceChangedError(
          `Among the records ${from} to ${to} of the source are others than were read before`,
          from,
        );

  return {
    async load() {
      const entries = await real(() => checkpoint?.read() ?? new Map<string, string>());
      opened = true;
      before = storedRun(entries.get("run"));
      if (before && (before.version !== 1 || before.action !== action || before.type !== type)) {
        throw new TypeError(`The checkpoint is of another run, ${before.action} of ${before.type}: use another one.`);
      }
      if (before?.address !== undefined && address !== undefined && before.address !== address) {
        throw new TypeError(
          "The checkpoint is of a run with another baseUrl, which this one knows nothing of: use another one.",
        );
      }
      const past = readPast(before, entries);
      ({ places } = past);
      // A copy, because a record that is sent now is loose no more, but its outcome is still to come.
      loose = new Set(past.loose);
      number = Math.max(0, ...past.chunks.map((chunk) => chunk.number + 1));
      if (before) ({ tally } = before);
      digest = sourceDigest(before?.digest.size);
      loaded = true;
      return past;
    },
    see(entry) {
      if (!checkpoint) return "loose";
      const { index, hash, record } = entry;
      digest.add(hash);
      if (!before || index >= before.read) {
        loose.add(index);
        return "loose";
      }
      if (recent.length === before.digest.size) recent = [];
      recent.push(record);
      const difference = digest.compare(before.digest, digest.count === before.read);
      if (difference) throw changed(difference);
      if (digest.count === before.read) recent = [];
      const [chunk, place] = places.get(index) ?? [];
      if (!chunk) return loose.has(index) ? "loose" : "settled";
      chunk.entries[place as number] = entry;
      entry.chunk = chunk;
      return "open";
    },
    seeEnd() {
      if (!before || digest.count >= before.read) return;
      const what = `The source has ended after ${digest.count} records, and ${before.read} were read before`;
      throw new SourceChangedError(what, digest.count);
    },
    newChunk: (action, entries) => ({ number: number++, action, entries }),
    release(entry) {
      leave(entry);
      if (checkpoint) loose.add(entry.index);
    },
    announce(chunk) {
      for (const entry of entriesOf(chunk)) {
        if (entry.chunk === chunk) continue;
        leave(entry);
        loose.delete(entry.index);
        entry.chunk = chunk;
      }
      keep(chunk);
      return save();
    },
    accepted(chunk) {
      keep(chunk);
      return save();
    },
    undone(chunk) {
      chunk.at = undefined;
      keep(chunk);
    },
    taken(entry, outcome) {
      if (!checkpoint) return undefined;
      const { chunk, index } = entry;
      if (!chunk) {
        loose.delete(index);
        count(tally, outcome);
        return undefined;
      }
      getOrMake(taken, chunk, () => []).push(outcome);
      return forgetIfTaken(chunk) ? save() : undefined;
    },
    async close() {
      // A checkpoint that could not be read may be another run's, which goes on with it.
      if (!checkpoint || !opened) return;
      // Whoever has not read the whole past of the source must not write over what is known of it.
      const isWhole = loaded && digest.count >= (before?.read ?? 0);
      await (isWhole ? save() : Promise.resolve()).finally(() => real(() => checkpoint.close?.()));
    },
  };
}
