import { callHook } from "../../basics/call-hook.ts";
import type { Clock } from "../../basics/clock.ts";
import type { Past, Spent } from "../ledger/stored-run.ts";
import { count, emptyTally } from "../ledger/tally.ts";
import type { BulkOutcome, BulkSummary } from "../records/bulk-outcome.ts";
import type { BulkOptions } from "./bulk-options.ts";

/** What {@link figures} needs. */
export interface FiguresOptions extends Pick<BulkOptions, "total" | "onProgress"> {
  clock: Clock;
  /** Calls made in this attempt. */
  calls(): number;
  jobsOpen(): number;
}

/** What a run counts: for its progress, its summary and its checkpoint. */
export interface Figures {
  read: number;
  submitted: number;
  begin(): void;
  end(): void;
  /** Counts on from where an earlier attempt ended. */
  goOnFrom(past: Past): void;
  count(outcome: BulkOutcome<unknown>): void;
  /** Tells `onProgress`. */
  report(): void;
  /** Tells it if outcomes were counted since it was told last. */
  reportNews(): void;
  spent(): Spent;
  summary(): BulkSummary;
}

/** Makes {@link Figures}. */
export function figures({ clock, total, onProgress, calls, jobsOpen }: FiguresOptions): Figures {
  let tally = emptyTally();
  let before: Spent = { duration: 0, calls: 0 };
  let began = 0;
  let ended: number | undefined;
  let hasNews = false;

  const settled = (): number => tally.done + tally.failed + tally.unknown;
  const recordsPerMinute = (): number => (settled() / Math.max(run.spent().duration, 1)) * 60_000;

  const run: Figures = {
    read: 0,
    submitted: 0,
    begin() {
      began = clock.now();
    },
    end() {
      ended = clock.now();
    },
    goOnFrom(past) {
      ({ tally, spent: before } = past);
    },
    count(outcome) {
      hasNews = true;
      count(tally, outcome);
    },
    report() {
      hasNews = false;
      const { read, submitted } = run;
      const { done, failed, unknown } = tally;
      const rate = recordsPerMinute();
      const remaining = total !== undefined && rate > 0 ? (Math.max(total - settled(), 0) / rate) * 60_000 : undefined;
      const counts = { read, submitted, done, failed, unknown, jobsOpen: jobsOpen() };
      callHook(onProgress, { ...counts, recordsPerMinute: rate, remaining });
    },
    reportNews() {
      if (hasNews) run.report();
    },
    spent: () => ({
      duration: before.duration + (ended ?? clock.now()) - began,
      calls: before.calls + calls(),
    }),
    summary() {
      const errors = tally.errors.toSorted((a, b) => b.count - a.count);
      return { read: run.read, ...tally, errors, ...run.spent(), recordsPerMinute: recordsPerMinute() };
    },
  };
  return run;
}
