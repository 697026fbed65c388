import { expect, test } from "vitest";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { readPast } from "../ledger/stored-run.ts";
import type { BulkOutcome, BulkProgress } from "../records/bulk-outcome.ts";
import { figures } from "./figures.ts";

function world(total?: number) {
  const clock = virtualClock();
  clock.advance(5000);
  const seen: BulkProgress[] = [];
  const onProgress = (progress: BulkProgress) => void seen.push(progress);
  const run = figures({ clock, total, onProgress, calls: () => 3, jobsOpen: () => 2 });
  run.begin();
  return { clock, seen, run };
}

const outcome = (index: number, status: BulkOutcome<object>["status"], code = "invalid"): BulkOutcome<object> => ({
  record: {},
  index,
  status,
  ...(status !== "done" && { error: { code, detail: "No." } }),
});

test("progress tells what was counted, how fast it goes, and the time that is left", () => {
  const { clock, seen, run } = world(10);
  Object.assign(run, { read: 8, submitted: 6 });
  run.report();
  run.count(outcome(0, "done"));
  run.count(outcome(1, "done"));
  run.count(outcome(2, "failed"));
  run.count(outcome(3, "unknown"));
  clock.advance(30_000);
  run.report();
  const counts = { read: 8, submitted: 6, jobsOpen: 2 };
  expect(seen).toEqual([
    { ...counts, done: 0, failed: 0, unknown: 0, recordsPerMinute: 0, remaining: undefined },
    { ...counts, done: 2, failed: 1, unknown: 1, recordsPerMinute: 8, remaining: 45_000 },
  ]);
});

test("without a total nothing is said of the time that is left, and none is left once there were more", () => {
  for (const [total, remaining] of [
    [undefined, undefined],
    [0, 0],
    [1, 0],
  ]) {
    const { clock, seen, run } = world(total);
    run.count(outcome(0, "done"));
    run.count(outcome(1, "done"));
    clock.advance(1000);
    run.report();
    expect(seen.at(-1)?.remaining).toBe(remaining);
  }
});

test("news are reported once", () => {
  const { seen, run } = world();
  run.reportNews();
  expect(seen).toEqual([]);
  run.count(outcome(0, "done"));
  run.reportNews();
  run.reportNews();
  expect(seen).toHaveLength(1);
  run.count(outcome(1, "done"));
  run.report();
  run.reportNews();
  expect(seen).toHaveLength(2);
});

test("a run that goes on counts from where the earlier attempt ended, and time stands still once it has ended", () => {
  const { clock, run } = world();
  const tally = { done: 6, failed: 0, unknown: 0, errors: [] };
  const past = readPast({ tally, spent: { duration: 50_000, calls: 4 } } as never, new Map());
  run.goOnFrom(past);
  run.read = 8;
  run.count(outcome(6, "done"));
  run.count(outcome(7, "done"));
  clock.advance(10_000);
  expect(run.spent()).toEqual({ duration: 60_000, calls: 7 });
  run.end();
  clock.advance(10_000);
  expect(run.summary()).toEqual({
    read: 8,
    done: 8,
    failed: 0,
    unknown: 0,
    errors: [],
    duration: 60_000,
    calls: 7,
    recordsPerMinute: 8,
  });
});

test("a summary has the most frequent errors first", () => {
  const { run } = world();
  for (const [index, code] of ["a", "b", "b", "c", "c", "c"].entries()) run.count(outcome(index, "failed", code));
  expect(run.summary().errors.map(({ code, count }) => [code, count])).toEqual([
    ["c", 3],
    ["b", 2],
    ["a", 1],
  ]);
  // No time has passed yet, which makes no number infinite.
  expect(run.summary().recordsPerMinute).toBe(360_000);
});
