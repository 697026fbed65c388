import { expect, test } from "vitest";
import { bell } from "../../basics/bell.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import type { Calls } from "../jobs/calls.ts";
import type { Verdict } from "../jobs/job-outcomes.ts";
import { stopper } from "../jobs/stopper.ts";
import type { BulkAction, JobAction } from "../records/bulk-record.ts";
import type { Entry } from "../records/chunk.ts";
import { entryOf } from "../records/entry.ts";
import { sorter } from "./sorter.ts";

/** A sorter in front of a catalog that has the records with these indexes, and a look-up that takes a while or fails. */
function world(action: BulkAction, existing: number[] = [], failure?: Error) {
  const clock = virtualClock();
  const sent: [JobAction, number[], at: number][] = [];
  const told: Verdict[] = [];
  const asked: number[] = [];
  const stop = stopper(clock, 1000, () => {});
  const calls = {
    async find(ids: string[]) {
      asked.push(ids.length);
      await new Promise<void>((resolve) => clock.after(5000, resolve));
      if (failure) throw failure;
      return new Map(existing.map((index) => [entry(index).id, {}]));
    },
  } as unknown as Calls;
  const changed = bell();
  const sorted = sorter({
    action,
    calls,
    clock,
    flushInterval: 1000,
    changed,
    stop,
    send: (action, entries) => void sent.push([action, entries.map(({ index }) => index), clock.now()]),
    tell: (verdict) => void told.push(verdict),
  });
  return { clock, sent, told, asked, stop, changed, sorted };
}

function entry(index: number): Entry {
  return entryOf({ external_id: `C${index}`, name: "Category" }, index, "upsert", "catalog-category");
}

const chunk = (action: JobAction) => ({ number: 0, action, entries: [] });

test.each(["create", "update", "delete"] as const)("records go to jobs that %s them, without a look-up", (action) => {
  const { clock, sent, asked, sorted } = world(action);
  sorted.add(entry(0));
  sorted.add(entry(1));
  clock.advance(1000);
  expect([sent, asked, sorted.lookUps]).toEqual([[[action, [0, 1], 1000]], [], 0]);
});

test("records of an upsert are looked up, and go to the side where they belong; whoever waits is told", async () => {
  const { clock, sent, asked, changed, sorted } = world("upsert", [1]);
  for (const index of [0, 1, 2]) sorted.add(entry(index));
  sorted.flush();
  expect([sorted.lookUps, sent]).toEqual([1, []]);
  const waiting = changed.wait();
  await clock.run(waiting);
  expect([sorted.lookUps, asked]).toEqual([0, [3]]);
  sorted.flush();
  expect(sent).toEqual([
    ["create", [0, 2], 5000],
    ["update", [1], 5000],
  ]);
});

test("after a look-up that fails nothing is sent any more, nor looked up", async () => {
  const { clock, sent, asked, stop, changed, sorted } = world("upsert", [], new Error("no answer"));
  sorted.add(entry(0));
  sorted.flush();
  await clock.run(changed.wait());
  expect([stop.failure, sorted.lookUps]).toEqual([{ error: new Error("no answer") }, 0]);
  sorted.add(entry(1));
  sorted.flush();
  expect([asked, sent]).toEqual([[1], []]);
});

test.each([
  ["create", "duplicate_resource", "update"],
  ["update", "not_found", "create"],
] as const)(
  "of an upsert, what a job could not %s because of %s goes to the other side, once",
  async (action, code, other) => {
    const { clock, sent, told, changed, sorted } = world("upsert");
    const verdict: Verdict = { entry: entry(0), status: "failed", error: { code, detail: "No." } };
    const waiting = changed.wait();
    sorted.judge(verdict, chunk(action));
    await waiting;
    sorted.flush();
    expect([sent, told]).toEqual([[[other, [0], 0]], []]);
    sorted.judge(verdict, chunk(other));
    sorted.judge(verdict, chunk(action));
    clock.advance(5000);
    expect([sent.length, told]).toEqual([1, [verdict, verdict]]);
  },
);

test.each<[BulkAction, JobAction, string | undefined]>([
  ["upsert", "create", undefined],
  ["upsert", "create", "invalid"],
  ["upsert", "create", "not_found"],
  ["upsert", "update", "duplicate_resource"],
  ["create", "create", "duplicate_resource"],
  ["update", "update", "not_found"],
  ["delete", "delete", "not_found"],
])("what a job of %s says by %s of a record is told as it is: %s", (action, jobAction, code) => {
  const { sent, told, sorted } = world(action);
  const error = code === undefined ? {} : { error: { code, detail: "No." } };
  const verdict: Verdict = { entry: entry(0), status: code ? "failed" : "done", ...error };
  sorted.judge(verdict, chunk(jobAction));
  sorted.flush();
  expect([sent, told]).toEqual([[], [verdict]]);
});
