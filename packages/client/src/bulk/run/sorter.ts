import type { Bell } from "../../basics/bell.ts";
import type { Clock } from "../../basics/clock.ts";
import type { Calls } from "../jobs/calls.ts";
import type { Verdict } from "../jobs/job-outcomes.ts";
import { isMissing, isTaken } from "../jobs/settle-doubts.ts";
import type { Stopper } from "../jobs/stopper.ts";
import { type Batches, batches } from "../records/batches.ts";
import type { BulkAction, JobAction } from "../records/bulk-record.ts";
import type { Chunk, Entry } from "../records/chunk.ts";

/** What {@link sorter} needs. */
export interface SorterOptions {
  action: BulkAction;
  calls: Calls;
  clock: Clock;
  flushInterval: number;
  changed: Bell;
  stop: Stopper;
  send(action: JobAction, entries: Entry[]): void;
  tell(verdict: Verdict): void;
}

/** Brings records to the jobs of the right action: those of an upsert are looked up first. */
export interface Sorter {
  add(entry: Entry): void;
  /** Takes what a job says of a record; a record of an upsert that was on the wrong side goes to the other one, once. */
  judge(verdict: Verdict, chunk: Chunk): void;
  /** Lets what was collected go as it is. */
  flush(): void;
  /** Requests under way that look up which records exist. */
  readonly lookUps: number;
}

/** Makes a {@link Sorter}. */
export function sorter({ action, calls, clock, flushInterval, changed, stop, send, tell }: SorterOptions): Sorter {
  let lookUps = 0;
  const side = (action: JobAction): Batches => batches(clock, flushInterval, (entries) => send(action, entries));
  const sides: Record<JobAction, Batches> = { create: side("create"), update: side("update"), delete: side("delete") };

  const arrivals = batches(clock, flushInterval, async (entries, waited) => {
    if (stop.halted.aborted) return;
    lookUps++;
    try {
      const found = await calls.find(entries.map(({ id }) => id as string));
      for (const entry of entries) {
        // Those of a slow source have waited long enough; how long the look-up took says nothing of the source.
        sides[found.has(entry.id as string) ? "update" : "create"].add(entry, waited);
      }
    } catch (error) {
      stop.halt(error);
    }
    lookUps--;
    changed.ring();
  });
  const entrance = action === "upsert" ? arrivals : sides[action];

  return {
    add: (entry) => entrance.add(entry),
    judge(verdict, chunk) {
      const { entry, error } = verdict;
      const other = chunk.action === "create" ? "update" : "create";
      const isWrongSide = error && (chunk.action === "create" ? isTaken(error) : isMissing(error));
      if (action !== "upsert" || !isWrongSide || entry.switched) return tell(verdict);
      // Somebody else was quicker.
      entry.switched = true;
      sides[other].add(entry);
      changed.ring();
    },
    flush() {
      for (const batch of [arrivals, ...Object.values(sides)]) batch.flush();
    },
    get lookUps() {
      return lookUps;
    },
  };
}
