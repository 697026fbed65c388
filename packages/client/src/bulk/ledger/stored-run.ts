import type { BulkAction, BulkType } from "../records/bulk-record.ts";
import { type Chunk, entriesOf } from "../records/chunk.ts";
import { fromRuns, toRuns } from "./runs.ts";
import type { StoredDigest } from "./source-digest.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** What a run has spent. */
export interface Spent {
  duration: number;
  calls: number;
}

/** What a checkpoint keeps of a run, besides its jobs. */
export interface StoredRun {
  version: 1;
  action: BulkAction;
  type: BulkType;
  /** A hash of the address that it was sent to. */
  address?: number | undefined;
  read: number;
  loose: number[];
  digest: StoredDigest;
  tally: Tally;
  spent: Spent;
}

/** What a checkpoint keeps of a job. */
interface StoredChunk extends Pick<Chunk, "action" | "at" | "job" | "foreign" | "again"> {
  entries: number[];
}

/** What an earlier attempt at a run has left. */
export interface Past {
  /** Records that it read. */
  read: number;
  /** Its open jobs, by what they hold: indexes, until the source has given the records again. */
  chunks: Chunk[];
  /** Where the records of these jobs belong. */
  places: Map<number, [Chunk, place: number]>;
  /** Records that it read and that no job had yet. */
  loose: ReadonlySet<number>;
  tally: Tally;
  spent: Spent;
  /** Whether the record of an index needs nothing more. */
  isSettled(index: number): boolean;
}

const prefix = "job/";

/** The key of a chunk in a checkpoint. */
export function keyOf({ number }: Chunk): string {
  return `${prefix}${number}`;
}

/** What a checkpoint keeps of a chunk; nothing once it holds no record any more. */
export function textOf(chunk: Chunk): string | undefined {
  if (!entriesOf(chunk).length) return undefined;
  const { action, at, job, foreign, again, entries } = chunk;
  const runs = toRuns(entries.map((entry) => entry?.index));
  return JSON.stringify({ action, at, job, foreign, again, entries: runs } satisfies StoredChunk);
}

/** What is wrong with a checkpoint that holds what no run has written. */
function damaged(key: string, cause?: unknown): Error {
  const words = `The checkpoint is damaged: its entry ${key} is not as a run has written it.`;
  return new Error(`${words} Nothing was sent: restore it, or remove it or take another one to begin anew.`, { cause });
}

function parsed<Stored>(key: string, text: string, isWhole: (stored: Partial<Stored>) => unknown): Stored {
  try {
    const stored = JSON.parse(text) as Stored;
    if (isWhole(stored)) return stored;
  } catch (cause) {
    throw damaged(key, cause);
  }
  throw damaged(key);
}

/** Reads what a checkpoint keeps of a run, if it does; another version's is not looked into. @throws {Error} when it is damaged */
export function storedRun(text: string | undefined): StoredRun | undefined {
  if (text === undefined) return undefined;
  const isWhole = ({ version, read, loose, digest, tally, spent }: Partial<StoredRun>): unknown =>
    version && (version !== 1 || (read !== undefined && loose && digest?.groups && tally?.errors && spent));
  return parsed("run", text, isWhole);
}

/** Brings what a checkpoint has kept into shape; without a run, as at the beginning of one. */
export function readPast(run: StoredRun | undefined, entries: ReadonlyMap<string, string>): Past {
  const places: Past["places"] = new Map();
  const chunks: Chunk[] = [];
  for (const [key, text] of run ? entries : []) {
    if (!key.startsWith(prefix)) continue;
    const { entries: runs, ...stored } = parsed<StoredChunk>(key, text, ({ action, entries }) => action && entries);
    const chunk: Chunk = { ...stored, number: Number(key.slice(prefix.length)), entries: [] };
    chunks.push(chunk);
    for (const [place, index] of fromRuns(runs).entries()) {
      chunk.entries.push(undefined);
      if (index !== undefined) places.set(index, [chunk, place]);
    }
  }
  const { read = 0, tally = emptyTally(), spent = { duration: 0, calls: 0 } } = run ?? {};
  const loose = new Set(fromRuns(run?.loose ?? []) as number[]);
  const isSettled = (index: number): boolean => index < read && !loose.has(index) && !places.has(index);
  return { read, chunks, places, loose, tally: structuredClone(tally), spent, isSettled };
}
