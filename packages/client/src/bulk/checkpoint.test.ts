import { createMock, type MockOptions, type VirtualClock, virtualClock } from "@org/mock";
import { expect, test } from "vitest";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { bulk } from "./bulk.ts";
import type { BulkOutcome } from "./records/bulk-outcome.ts";
import type { BulkOptions } from "./run/bulk-options.ts";

type Category = { external_id: string; name: string };
const categories = (count: number): Category[] =>
  Array.from({ length: count }, (_, index) => ({ external_id: `C${index}`, name: `Category ${index}` }));

/** A checkpoint that can be as full as a disk, and that other attempts find as the process left it. */
function memory(entries = new Map<string, string>()) {
  const checkpoint = {
    entries,
    writes: 0,
    /** The write that fails. */
    fullAt: Number.POSITIVE_INFINITY,
    /** The most characters that it held. */
    most: 0,
    read: () => new Map(entries),
    write(changes: ReadonlyMap<string, string | undefined>) {
      if (++checkpoint.writes >= checkpoint.fullAt) throw new Error("database or disk is full");
      for (const [key, value] of changes) value === undefined ? entries.delete(key) : entries.set(key, value);
      checkpoint.most = Math.max(
        checkpoint.most,
        [...entries].reduce((sum, pair) => sum + pair.join("").length, 0),
      );
    },
  } satisfies Checkpoint & Record<string, unknown>;
  return checkpoint;
}

function world(options: MockOptions = {}) {
  const clock = virtualClock();
  const mock = createMock({ clock, ...options });
  const klaviyo = createClient({ apiKey: "pk_test", fetch: mock.fetch, clock });
  /** Takes outcomes until the run ends, or until `crashAfter` of them were taken: then the process is gone. */
  const attempt = (records: Iterable<Category>, options: BulkOptions, crashAfter = Number.POSITIVE_INFINITY) =>
    clock.run(take(bulk(klaviyo, "create", "catalog-category", records, options), crashAfter));
  const created = () => mock.requests.filter(({ method }) => method === "POST").length;
  return { clock: clock as VirtualClock, mock, klaviyo, attempt, created };
}

async function take<Given>(
  run: AsyncIterable<BulkOutcome<Given>>,
  crashAfter = Number.POSITIVE_INFINITY,
): Promise<BulkOutcome<Given>[]> {
  const outcomes: BulkOutcome<Given>[] = [];
  for await (const outcome of run) if (outcomes.push(outcome) >= crashAfter) break;
  return outcomes;
}

test("the next run goes on: it submits nothing that was accepted, and every record has an outcome", async () => {
  const { mock, attempt, created } = world();
  const checkpoint = memory();
  const records = categories(1000);
  const first = await attempt(records, { checkpoint }, 350);
  const second = await attempt(records, { checkpoint });
  const all = new Set([...first, ...second].map(({ index }) => index));
  expect(all.size).toBe(1000);
  expect([...first, ...second].every(({ status }) => status === "done")).toBe(true);
  expect(created()).toBe(10);
  expect(mock.state.categories.size).toBe(1000);
  const third = bulk(world().klaviyo, "create", "catalog-category", records, { checkpoint });
  expect(await third.summary()).toMatchObject({ read: 1000, done: 1000, failed: 0, unknown: 0 });
});

test("after a kill at any write, the next run has no record lost, doubled or wrong", async () => {
  for (let kill = 1; kill <= 24; kill += 1) {
    const { mock, attempt } = world();
    await mock.state.load({ categories: [{ external_id: "C5", name: "there before" }] });
    const records = categories(250);
    const entries = new Map<string, string>();
    const killed = memory(entries);
    killed.fullAt = kill;
    const first = attempt(records, { checkpoint: killed, timeout: 0 });
    await first.catch((error) =>
      expect(error.message).toContain("The checkpoint cannot be written: database or disk is full."),
    );
    const outcomes = await attempt(records, { checkpoint: memory(entries) });
    const summary = JSON.parse(entries.get("run") as string);
    expect([kill, summary.read, summary.tally.done, summary.tally.failed]).toEqual([kill, 250, 249, 1]);
    for (const { index, status } of outcomes) expect([index, status]).toEqual([index, index === 5 ? "failed" : "done"]);
    expect(mock.state.categories.size).toBe(250);
    expect([...entries.keys()]).toEqual(["run"]);
  }
});

test.each(["completion", "input"] as const)(
  "what was read and not sent when a run was killed has its outcome in the next one, by %s",
  async (order) => {
    for (let kill = 2; kill <= 8; kill += 1) {
      const { clock, mock } = world();
      let requests = 0;
      // The first records wait long to be looked up; meanwhile the others are sent.
      const fetch = async (input: Request | string | URL, init?: RequestInit) => {
        if (requests++ === 0) await new Promise<void>((resolve) => clock.after(20_000, resolve));
        return mock.fetch(input, init);
      };
      const klaviyo = createClient({ apiKey: "pk_test", fetch, clock });
      const records = categories(250);
      const killed = memory();
      killed.fullAt = kill;
      const told = new Set<number>();
      const tell = async (checkpoint: Checkpoint): Promise<void> => {
        const run = bulk(klaviyo, "upsert", "catalog-category", records, { checkpoint, timeout: 0, order });
        for await (const { index, status } of run) if (status === "done") told.add(index);
      };
      await clock.run(tell(killed)).catch(() => {});
      await clock.run(tell(memory(killed.entries)));
      expect([kill, told.size]).toEqual([kill, 250]);
    }
  },
);

test.each(["completion", "input"] as const)(
  "the next run may have fewer jobs in progress, and goes on by %s",
  async (order) => {
    const { attempt, created } = world();
    const checkpoint = memory();
    const first = await attempt(categories(1000), { checkpoint, order }, 150);
    const second = await attempt(categories(1000), { checkpoint, order, jobsInProgress: 1 });
    expect(new Set([...first, ...second].map(({ index }) => index)).size).toBe(1000);
    expect(created()).toBe(10);
  },
);

test("before the outcome after the last one of a job is told, that one is written", async () => {
  const { clock, klaviyo } = world();
  const checkpoint = memory();
  const open: string[][] = [];
  const consume = async () => {
    for await (const _ of bulk(klaviyo, "create", "catalog-category", categories(200), { checkpoint }))
      open.push([...checkpoint.entries.keys()].filter((key) => key.startsWith("job/")));
  };
  await clock.run(consume());
  expect([open[99]?.length, open[100]?.length]).toEqual([2, 1]);
});

test("what an abort says tells that the next run can go on", async () => {
  const { clock, attempt } = world();
  const controller = new AbortController();
  clock.after(500, () => controller.abort());
  await expect(attempt(categories(5), { checkpoint: memory(), signal: controller.signal })).rejects.toThrow(
    "The run was stopped after 5 records were read, of which 0 are not settled. Run it again with the same checkpoint and source to go on.",
  );
});

test("a source that has changed is refused with the record that differs, and nothing is sent", async () => {
  const { attempt, created } = world();
  const checkpoint = memory();
  const records = categories(1500);
  await attempt(records, { checkpoint }, 1200);
  const before = created();
  const edited = records.map((record, index) => (index === 1003 ? { ...record, name: "Edited" } : record));
  await expect(attempt(edited, { checkpoint })).rejects.toMatchObject({
    name: "SourceChangedError",
    index: 1003,
    record: { external_id: "C1003", name: "Edited" },
  });
  await expect(attempt(records.slice(0, 900), { checkpoint })).rejects.toMatchObject({ index: 900 });
  const shifted = records.toSpliced(700, 1);
  const { index, message } = await attempt(shifted, { checkpoint }).catch((error) => error);
  expect(message).toContain("are others than were read before. Nothing was sent");
  expect(index).toBeLessThanOrEqual(700);
  expect(index).toBeGreaterThan(690);
  expect(created()).toBe(before);
  expect((await attempt(records, { checkpoint })).every(({ status }) => status === "done")).toBe(true);
});

test("a record that has changed in the last, incomplete group is told too", async () => {
  const { attempt } = world({ limits: false });
  const checkpoint = memory();
  const records = categories(2051);
  await attempt(records, { checkpoint });
  const edited = records.with(2049, { external_id: "C2049", name: "Edited" });
  await expect(attempt(edited, { checkpoint })).rejects.toMatchObject({
    name: "SourceChangedError",
    index: 2049,
    record: { external_id: "C2049", name: "Edited" },
  });
});

test("what a checkpoint says when it cannot be written has one full stop", async () => {
  const { attempt } = world();
  const checkpoint = memory();
  const write = () => {
    throw new Error("The disk is full..");
  };
  await expect(attempt(categories(5), { checkpoint: { ...checkpoint, write } })).rejects.toThrow(
    "The checkpoint cannot be written: The disk is full. Run again with it to go on.",
  );
});

test("a checkpoint that cannot be read is not closed, since it may be another run's", async () => {
  const { attempt } = world();
  let closed = 0;
  const read = () => {
    throw new Error("in use");
  };
  const checkpoint = { ...memory(), read, close: () => void closed++ };
  await expect(attempt(categories(5), { checkpoint })).rejects.toThrow("in use");
  expect(closed).toBe(0);
});

test.each([
  ["run", '{"version":1,"act'],
  ["run", ""],
  ["run", "null"],
  ["run", "{}"],
  ["run", '{"version":1,"action":"create","type":"catalog-category","read":5}'],
  ["job/0", '{"action":"create","entr'],
  ["job/0", "7"],
])("a checkpoint whose entry %s is %j is damaged, and left as it is", async (key, text) => {
  const { attempt, created } = world();
  const checkpoint = memory();
  await attempt(categories(300), { checkpoint }, 50);
  checkpoint.entries.set(key, text);
  const [before, sent] = [new Map(checkpoint.entries), created()];
  await expect(attempt(categories(300), { checkpoint })).rejects.toThrow(
    `The checkpoint is damaged: its entry ${key} is not as a run has written it. Nothing was sent: restore it, or`,
  );
  expect([checkpoint.entries, created()]).toEqual([before, sent]);
});

test("a checkpoint of another run is refused", async () => {
  const { clock, klaviyo, attempt } = world();
  const checkpoint = memory();
  await attempt(categories(5), { checkpoint });
  const run = bulk(klaviyo, "upsert", "catalog-category", categories(5), { checkpoint });
  await expect(clock.run(run.summary())).rejects.toThrow("is of another run, create of catalog-category");
});

test("a checkpoint of a run with another baseUrl is refused, and does not tell the address", async () => {
  const { clock, mock, attempt } = world();
  const checkpoint = memory();
  await attempt(categories(5), { checkpoint });
  const elsewhere = createClient({
    apiKey: "pk_test",
    fetch: mock.fetch,
    clock,
    baseUrl: "https://proxy.example/secret",
  });
  const run = bulk(elsewhere, "create", "catalog-category", categories(5), { checkpoint });
  await expect(clock.run(run.summary())).rejects.toThrow("is of a run with another baseUrl");
  expect(JSON.stringify([...checkpoint.entries])).not.toContain("klaviyo.com");
});

test("records that were added to the source since are taken up", async () => {
  const { mock, attempt } = world();
  const checkpoint = memory();
  await attempt(categories(120), { checkpoint });
  expect(await attempt(categories(150), { checkpoint })).toHaveLength(30);
  expect(mock.state.categories.size).toBe(150);
});

test("what a checkpoint holds does not grow with the records", async () => {
  const most: number[] = [];
  for (const count of [2000, 20_000]) {
    const checkpoint = memory();
    await world({ limits: false }).attempt(categories(count), { checkpoint, jobsInProgress: 5 });
    most.push(checkpoint.most);
  }
  const [small = 0, large = 0] = most;
  expect(large).toBeLessThan(small * 1.5);
});
