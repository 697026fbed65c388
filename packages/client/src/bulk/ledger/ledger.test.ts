import { expect, test } from "vitest";
import type { Checkpoint } from "../../checkpoint/checkpoint.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import type { BulkOutcome } from "../records/bulk-outcome.ts";
import type { Entry } from "../records/chunk.ts";
import { entryOf } from "../records/entry.ts";
import { type LedgerOptions, ledger } from "./ledger.ts";

/** A checkpoint that counts its writes, and fails from the one on that is told. */
function memory({ failAt = Number.POSITIVE_INFINITY, error = new Error("full") as unknown } = {}) {
  const entries = new Map<string, string>();
  const checkpoint = {
    entries,
    writes: [] as string[][],
    closed: 0,
    read: () => new Map(entries),
    write(changes: ReadonlyMap<string, string | undefined>) {
      checkpoint.writes.push([...changes.keys()]);
      if (checkpoint.writes.length >= failAt) throw error;
      for (const [key, value] of changes) value === undefined ? entries.delete(key) : entries.set(key, value);
    },
    close: () => void checkpoint.closed++,
  } satisfies Checkpoint & Record<string, unknown>;
  return checkpoint;
}

const entriesOf = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => entryOf({ id: `C${index}` }, index, "delete", "catalog-category"));

/** A ledger that has begun, and where an attempt that reads so many records finds them. */
async function attempt(checkpoint: Checkpoint | undefined, count: number, options: Partial<LedgerOptions> = {}) {
  const spent = () => ({ duration: 5000, calls: 7 });
  const setup: LedgerOptions = {
    action: "delete",
    type: "catalog-category",
    clock: virtualClock(),
    checkpoint,
    baseUrl: undefined,
    spent,
  };
  const book = ledger({ ...setup, ...options });
  const past = await book.load();
  const entries = entriesOf(count);
  const places = entries.map((entry) => book.see(entry));
  return { book, past, entries, places };
}

const done = ({ record, index }: Entry): BulkOutcome<unknown> => ({ record, index, status: "done" });

test("without a checkpoint chunks are numbered, and nothing else is kept", async () => {
  const { book, past, entries, places } = await attempt(undefined, 3);
  expect([past.read, past.chunks, places]).toEqual([0, [], ["loose", "loose", "loose"]]);
  const [first, second] = [book.newChunk("delete", entries.slice(0, 2)), book.newChunk("delete", entries.slice(2))];
  expect([first.number, second.number]).toEqual([0, 1]);
  await book.announce(first);
  expect(entries.map(({ chunk }) => chunk?.number)).toEqual([0, 0, undefined]);
  expect(book.taken(entries[0] as Entry, done(entries[0] as Entry))).toBeUndefined();
  book.release(entries[1] as Entry);
  expect(first.entries).toHaveLength(2);
  book.seeEnd();
  await book.close();
});

test("the next attempt finds what was settled, what is in a job, and what no job had yet", async () => {
  const checkpoint = memory();
  const first = await attempt(checkpoint, 6);
  expect(first.places).toEqual(Array(6).fill("loose"));
  const [a, b] = [first.entries.slice(0, 2), first.entries.slice(2, 4)].map((entries) =>
    first.book.newChunk("delete", entries),
  );
  if (!a || !b) throw new Error("two chunks");
  await first.book.announce(Object.assign(a, { at: 1000 }));
  await first.book.announce(Object.assign(b, { at: 2000 }));
  await first.book.accepted(Object.assign(b, { job: "J2" }));
  expect([...checkpoint.entries.keys()].sort()).toEqual(["job/0", "job/1", "run"]);
  const [c0, c1, c2] = first.entries as [Entry, Entry, Entry];
  // An outcome of a job is written with the last one of it.
  expect([first.book.taken(c0, done(c0)), first.book.taken(c2, done(c2))]).toEqual([undefined, undefined]);
  await first.book.taken(c1, done(c1));
  expect([...checkpoint.entries.keys()].sort()).toEqual(["job/1", "run"]);

  const { book, past, entries, places } = await attempt(checkpoint, 6);
  expect(past).toMatchObject({ read: 6, tally: { done: 2, failed: 0 }, spent: { duration: 5000, calls: 7 } });
  expect(past.chunks).toMatchObject([{ number: 1, action: "delete", at: 2000, job: "J2" }]);
  expect(places).toEqual(["settled", "settled", "open", "open", "loose", "loose"]);
  expect([0, 1, 2, 3, 4, 5, 6].map(past.isSettled)).toEqual([true, true, false, false, false, false, false]);
  expect(past.chunks[0]?.entries).toEqual(entries.slice(2, 4));
  expect(entries[2]?.chunk).toBe(past.chunks[0]);
  expect(book.newChunk("delete", []).number).toBe(2);
});

test("a record that leaves its job is loose, and a job that has lost all of its records is forgotten", async () => {
  const checkpoint = memory();
  const { book, entries } = await attempt(checkpoint, 3);
  const [c0, c1, c2] = entries as [Entry, Entry, Entry];
  const chunk = book.newChunk("delete", entries);
  await book.announce(chunk);
  book.release(c1);
  expect(chunk.entries).toEqual([c0, undefined, c2]);
  expect(c1.chunk).toBeUndefined();
  await book.close();
  expect((await attempt(checkpoint, 3)).places).toEqual(["open", "loose", "open"]);
  // It goes with another job: the one that it was in is done without it.
  book.taken(c0, done(c0));
  const other = book.newChunk("delete", [c1, c2]);
  await book.announce(other);
  const { places, past } = await attempt(checkpoint, 3);
  expect([places, past.tally.done]).toEqual([["settled", "open", "open"], 1]);
  expect(past.chunks).toMatchObject([{ number: 1 }]);
  book.release(c1);
  book.release(c2);
  await book.close();
  expect([...checkpoint.entries.keys()]).toEqual(["run"]);
  expect((await attempt(checkpoint, 3)).places).toEqual(["settled", "loose", "loose"]);
});

test("a job that has one record left keeps that one, and what is loose is stored in the order of the source", async () => {
  const checkpoint = memory();
  const { book, entries } = await attempt(checkpoint, 3);
  const [, c1, c2] = entries as [Entry, Entry, Entry];
  await book.announce(book.newChunk("delete", entries));
  book.release(c2);
  book.release(c1);
  await book.close();
  expect((await attempt(checkpoint, 3)).places).toEqual(["open", "loose", "loose"]);
  expect(JSON.parse(checkpoint.entries.get("run") as string).loose).toEqual([1, 2]);
});

test("a job that was announced again keeps its records, and one of which nothing was done is not looked for", async () => {
  const checkpoint = memory();
  const { book, entries } = await attempt(checkpoint, 2);
  const chunk = Object.assign(book.newChunk("delete", entries), { at: 1000, again: true });
  await book.announce(chunk);
  await book.announce(chunk);
  expect((await attempt(checkpoint, 2)).past.chunks).toMatchObject([{ at: 1000, again: true }]);
  book.undone(chunk);
  await book.close();
  const { places, past } = await attempt(checkpoint, 2);
  expect([places, past.chunks[0]?.at, past.chunks[0]?.again]).toEqual([["open", "open"], undefined, true]);
});

test("a record that no job had is settled once its outcome was taken", async () => {
  const checkpoint = memory();
  const { book, entries } = await attempt(checkpoint, 2);
  const [c0] = entries as [Entry];
  const error = { code: "invalid_record", detail: "No." };
  expect(book.taken(c0, { record: {}, index: 0, status: "failed", error })).toBeUndefined();
  await book.close();
  const { places, past } = await attempt(checkpoint, 2);
  expect([places, past.tally.failed]).toEqual([["settled", "loose"], 1]);
});

test("what changes while a write waits is written with it", async () => {
  const checkpoint = memory();
  const { book, entries } = await attempt(checkpoint, 3);
  await Promise.all(entries.map((entry) => book.announce(book.newChunk("delete", [entry]))));
  expect(checkpoint.writes).toEqual([["job/0", "job/1", "job/2", "run"]]);
  await book.close();
  expect(checkpoint.writes.slice(1)).toEqual([["run"]]);
});

test.each([
  [new Error("The disk is full."), "The disk is full"],
  ["no space", "no space"],
  [null, "null"],
])("after a write that fails with %s nothing more is written", async (error, words) => {
  const checkpoint = memory({ failAt: 2, error });
  const { book, entries } = await attempt(checkpoint, 2);
  const [chunk, other] = entries.map((entry) => book.newChunk("delete", [entry]));
  if (!chunk || !other) throw new Error("two chunks");
  await book.announce(chunk);
  const failure = await book.accepted(chunk).catch((failure) => failure);
  expect(failure.message).toBe(`The checkpoint cannot be written: ${words}. Run again with it to go on.`);
  expect(failure.cause).toBe(error);
  await expect(book.announce(other)).rejects.toBe(failure);
  await expect(book.close()).rejects.toBe(failure);
  expect([checkpoint.writes.length, checkpoint.closed]).toEqual([2, 1]);
});

test("a checkpoint is written at the end, unless the source was not read as far as before", async () => {
  const checkpoint = memory();
  await (await attempt(checkpoint, 3)).book.close();
  expect([checkpoint.writes.length, checkpoint.closed]).toEqual([1, 1]);
  await (await attempt(checkpoint, 2)).book.close();
  expect([checkpoint.writes.length, checkpoint.closed]).toEqual([1, 2]);
  await (await attempt(checkpoint, 3)).book.close();
  expect([checkpoint.writes.length, checkpoint.closed]).toEqual([2, 3]);
  expect((await attempt(checkpoint, 3)).past.read).toBe(3);
});

test("a checkpoint that could not be read, or is none of this run, is not written", async () => {
  const checkpoint = memory();
  await (await attempt(checkpoint, 1)).book.close();
  const [before, options] = [
    new Map(checkpoint.entries),
    { clock: virtualClock(), baseUrl: undefined, spent: () => ({ duration: 0, calls: 0 }) },
  ];
  const other = ledger({ ...options, action: "create", type: "catalog-category", checkpoint });
  await expect(other.load()).rejects.toThrow("of another run");
  await other.close();
  expect([checkpoint.entries, checkpoint.closed]).toEqual([before, 2]);
  const unread = ledger({
    ...options,
    action: "create",
    type: "catalog-category",
    checkpoint: { ...checkpoint, read: () => Promise.reject(new Error("in use")) },
  });
  await expect(unread.load()).rejects.toThrow("in use");
  await unread.close();
  expect(checkpoint.closed).toBe(2);
});

test("a checkpoint needs no close", async () => {
  const { read, write } = memory();
  await (await attempt({ read, write }, 1)).book.close();
});

const shop = "https://shop.example";
test.each<[string, Partial<LedgerOptions>, Partial<LedgerOptions>, RegExp | undefined]>([
  ["the same action and type", {}, {}, undefined],
  ["another action", {}, { action: "update" }, /of another run, delete of catalog-category: use another one\.$/],
  ["another type", {}, { type: "catalog-item" }, /of another run, delete of catalog-category: use another one\.$/],
  ["the same address", { baseUrl: shop }, { baseUrl: shop }, undefined],
  [
    "another address",
    { baseUrl: shop },
    { baseUrl: `${shop}/v2` },
    /of a run with another baseUrl, which .* use another one\.$/,
  ],
  ["an address that it does not tell", { baseUrl: shop }, {}, undefined],
  ["an address that nothing was said of before", {}, { baseUrl: shop }, undefined],
])("a run of %s and a checkpoint", async (_, first, second, refusal) => {
  const checkpoint = memory();
  await (await attempt(checkpoint, 0, first)).book.close();
  if (refusal) await expect(attempt(checkpoint, 0, second)).rejects.toThrow(refusal);
  else await attempt(checkpoint, 0, second);
});

test("a checkpoint of a later version is refused", async () => {
  const checkpoint = memory();
  checkpoint.entries.set("run", '{"version":2,"action":"delete","type":"catalog-category"}');
  await expect(attempt(checkpoint, 0)).rejects.toThrow("is of another run");
});

test("a source that ends before its time is told", async () => {
  const checkpoint = memory();
  const first = await attempt(checkpoint, 3);
  first.book.seeEnd();
  await first.book.close();
  (await attempt(checkpoint, 3)).book.seeEnd();
  const { book } = await attempt(checkpoint, 2);
  expect(() => book.seeEnd()).toThrow("The source has ended after 2 records, and 3 were read before. Nothing was sent");
  expect(() => book.seeEnd()).toThrow(expect.objectContaining({ name: "SourceChangedError", index: 2 }));
});

test("a record that has changed is told with its place, and kept out of logs", async () => {
  const checkpoint = memory();
  await (await attempt(checkpoint, 600)).book.close();
  const { book, past } = await attempt(checkpoint, 599);
  expect(past.read).toBe(600);
  const changed = entryOf({ id: "changed" }, 599, "delete", "catalog-category");
  const error = await (async () => book.see(changed))().catch((error) => error);
  expect(error.message).toMatch(/^Record 599 of the source is not the one that was read before\. Nothing was sent: /);
  expect([error.index, error.record]).toEqual([599, { id: "changed" }]);
  expect(JSON.stringify(error)).not.toContain("changed");
});
