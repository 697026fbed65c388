import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { sleep } from "../basics/clock.ts";
import { bulkWorld, type OwnCategory, ownCategories } from "../testing/bulk-world.ts";
import { bulk } from "./bulk.ts";
import type { BulkProgress } from "./records/bulk-outcome.ts";

/** A source that tells how far it was read. */
function counted(count: number) {
  const source = {
    read: 0,
    closed: false,
    *[Symbol.iterator]() {
      try {
        for (const record of ownCategories(count)) {
          source.read++;
          yield record;
        }
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
}

test("a source is read no further than the jobs in progress need", async () => {
  const { clock, klaviyo } = bulkWorld({ pace: { queued: 60_000, processing: 0 } });
  const source = counted(2000);
  let most = 0;
  let mostOpen = 0;
  const onProgress = ({ done, jobsOpen }: BulkProgress) => {
    most = Math.max(most, source.read - done);
    mostOpen = Math.max(mostOpen, jobsOpen);
  };
  await clock.run(bulk(klaviyo, "create", "catalog-category", source, { jobsInProgress: 4, onProgress }).summary());
  expect(most).toBeLessThanOrEqual(401);
  expect(mostOpen).toBe(4);
  expect(source.closed).toBe(true);
});

/** A world whose rate limit lets nothing through, and a signal that aborts after ten seconds of that. */
function standstill() {
  const world = bulkWorld({}, { rateLimit: { store: { take: () => 3_600_000 }, maxWait: Number.POSITIVE_INFINITY } });
  const controller = new AbortController();
  world.clock.after(10_000, () => controller.abort());
  return { ...world, signal: controller.signal };
}

test.each([
  // A client that has sent no job yet has not shown that it tells when it sends one.
  { action: "create", said: "not_settled: The run ended before it was known what became of this record." },
  { action: "upsert", said: "not_sent: The run ended before this record was sent." },
] as const)("what waits to be sent by $action is read no further than 75 requests", async ({ action, said }) => {
  const { clock, klaviyo, signal } = standstill();
  const source = counted(20_000);
  const words = new Set<string>();
  const consume = async () => {
    const run = bulk(klaviyo, action, "catalog-category", source, { signal });
    for await (const { error } of run) words.add(`${error?.code}: ${error?.detail}`);
  };
  await expect(clock.run(consume())).rejects.toMatchObject({ name: "AbortError", unsettled: 7500 });
  expect(source.read).toBe(7500);
  expect([...words]).toEqual([said]);
});

test("nothing is read before somebody asks, and a consumer that is slow is waited for", async () => {
  const { clock, klaviyo } = bulkWorld();
  const source = counted(5000);
  const run = bulk(klaviyo, "create", "catalog-category", source, { jobsInProgress: 4 });
  expect(source.read).toBe(0);
  await clock.run(run[Symbol.asyncIterator]().next());
  clock.advance(600_000);
  expect(source.read).toBeLessThanOrEqual(401);
});

test("a consumer that leaves ends the run: the source is closed, and nothing is sent any more", async () => {
  const { clock, klaviyo, calls } = bulkWorld();
  const source = counted(2000);
  const leave = async () => {
    for await (const _ of bulk(klaviyo, "create", "catalog-category", source)) break;
  };
  await clock.run(leave());
  const before = calls("POST");
  expect(source.closed).toBe(true);
  clock.advance(600_000);
  await new Promise(setImmediate);
  expect([calls("POST"), clock.pending()]).toEqual([before, 0]);
});

test("a consumer that leaves while everything waits for it ends the run, too, with its own error", async () => {
  const { clock, klaviyo } = bulkWorld();
  const source = counted(300);
  const leave = async () => {
    for await (const _ of bulk(klaviyo, "create", "catalog-category", source, { jobsInProgress: 1 })) {
      await sleep(60_000, undefined, clock);
      throw new Error("my own");
    }
  };
  await expect(clock.run(leave())).rejects.toThrow("my own");
  expect(source.closed).toBe(true);
});

test("records of a slow source are sent as they are after flushInterval", async () => {
  const { clock, mock, klaviyo, calls } = bulkWorld();
  async function* slow(): AsyncGenerator<OwnCategory> {
    for (const record of ownCategories(10)) {
      yield record;
      await new Promise<void>((resolve) => clock.after(400, resolve));
    }
    await new Promise<void>((resolve) => clock.after(3_600_000, resolve));
  }
  const began = clock.now();
  const times: number[] = [];
  const run = async () => {
    for await (const _ of bulk(klaviyo, "create", "catalog-category", slow())) times.push(clock.now() - began);
  };
  await clock.run(run());
  expect(times).toHaveLength(10);
  expect(Math.max(...times)).toBeLessThan(10_000);
  expect(calls("POST")).toBe(4);
  expect(mock.state.categories.size).toBe(10);
});

test("records of an upsert wait for others once, and not again when they were looked up", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  await mock.state.load({ categories: ownCategories(1) });
  const sent: number[] = [];
  const began = clock.now();
  klaviyo.use({ onRequest: ({ request }) => void (request.method === "POST" && sent.push(clock.now() - began)) });
  async function* slow(): AsyncGenerator<OwnCategory> {
    yield* ownCategories(2);
    await new Promise<void>((resolve) => clock.after(60_000, resolve));
  }
  const run = bulk(klaviyo, "upsert", "catalog-category", slow(), { flushInterval: 3000 });
  expect(await clock.run(run.summary())).toMatchObject({ done: 2, failed: 0 });
  expect(sent).toHaveLength(2);
  expect(Math.min(...sent)).toBeGreaterThanOrEqual(3000);
  expect(Math.max(...sent)).toBeLessThan(4000);
});

test("records of an upsert that were looked up fill jobs together, as long as their source is quick", async () => {
  const { clock, mock, klaviyo, calls } = bulkWorld();
  await mock.state.load({ categories: ownCategories(400).filter((_, index) => index % 2) });
  async function* quick(): AsyncGenerator<OwnCategory> {
    for (const record of ownCategories(400)) {
      yield record;
      await new Promise<void>((resolve) => clock.after(1, resolve));
    }
    await new Promise<void>((resolve) => clock.after(60_000, resolve));
  }
  const run = bulk(klaviyo, "upsert", "catalog-category", quick());
  expect(await clock.run(run.summary())).toMatchObject({ done: 400, failed: 0 });
  expect(calls("POST")).toBe(4);
});

/** A stream of a platform whose streams have no iterator. */
function plainStream(records: OwnCategory[]): ReadableStream<OwnCategory> {
  return Object.defineProperty(webStream(records), Symbol.asyncIterator, { value: undefined });
}

function webStream(records: OwnCategory[]): ReadableStream<OwnCategory> {
  return Readable.toWeb(Readable.from(records)) as ReadableStream<OwnCategory>;
}

test.each([
  ["a web stream", webStream],
  ["a web stream without an iterator", plainStream],
  ["a Node stream", (records: OwnCategory[]) => Readable.from(records) as AsyncIterable<OwnCategory>],
  ["a generator", (records: OwnCategory[]) => records.values()],
])("%s is a source", async (_, sourceOf) => {
  const { clock, mock, klaviyo } = bulkWorld();
  await clock.run(bulk(klaviyo, "create", "catalog-category", sourceOf(ownCategories(150))).summary());
  expect(mock.state.categories.size).toBe(150);
});

test("a source that throws ends the run with its error, once what was read is settled", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const failure = new Error("row 131 is torn");
  function* failing() {
    yield* ownCategories(130);
    throw failure;
  }
  const statuses: string[] = [];
  const consume = async () => {
    for await (const { status } of bulk(klaviyo, "create", "catalog-category", failing())) statuses.push(status);
  };
  await expect(clock.run(consume())).rejects.toBe(failure);
  expect(statuses).toEqual(Array.from({ length: 130 }, () => "done"));
  expect(mock.state.categories.size).toBe(130);
});

test("what ends a run first is what it ends with, though it is aborted later", async () => {
  const { clock, klaviyo } = bulkWorld();
  const failure = new Error("row 131 is torn");
  const controller = new AbortController();
  function* failing() {
    yield* ownCategories(130);
    throw failure;
  }
  const options = { signal: controller.signal, onProgress: () => controller.abort() };
  const run = bulk(klaviyo, "create", "catalog-category", failing(), options);
  await expect(clock.run(run.summary())).rejects.toBe(failure);
});

test("an error that no record is to blame for ends the run", async () => {
  const { clock, klaviyo } = bulkWorld({ keys: { pk_test: { scopes: ["catalogs:read"] } } });
  const run = bulk(klaviyo, "create", "catalog-category", ownCategories(250), { order: "input" });
  await expect(clock.run(run.summary())).rejects.toMatchObject({ name: "ApiError", status: 403 });
  expect(await run.summary()).toMatchObject({ done: 0, failed: 0, unknown: 250 });
});

test("an abort stops reading and submitting at once, and settles what is open", async () => {
  const { clock, mock, klaviyo, calls } = bulkWorld({ pace: { queued: 5000, processing: 1000 } });
  const controller = new AbortController();
  const source = counted(4000);
  let submitted = 0;
  const onProgress = (progress: BulkProgress) => {
    if (progress.submitted >= 1000 && !controller.signal.aborted) {
      submitted = calls("POST");
      controller.abort(new Error("Ctrl-C"));
    }
  };
  const options = { signal: controller.signal, onProgress, jobsInProgress: 12 };
  const run = bulk(klaviyo, "create", "catalog-category", source, options);
  const error = await clock.run(run.summary()).catch((error) => error);
  expect(error).toMatchObject({ name: "AbortError", cause: controller.signal.reason });
  expect(error.message).toMatch(
    /^The run was stopped after \d+ records were read, of which \d+ are not settled\. Without a checkpoint/,
  );
  const { read, done, unknown } = await run.summary();
  expect(done).toBe(mock.state.categories.size);
  expect(done).toBeGreaterThanOrEqual(1000);
  expect(done + unknown).toBe(read);
  expect([source.closed, error.unsettled]).toEqual([true, unknown]);
  expect(read).toBeLessThan(4000);
  expect(calls("POST")).toBe(submitted);
});

test("what is not settled within the timeout of an abort is unknown, and is not waited for", async () => {
  const { clock, klaviyo } = bulkWorld({ pace: { queued: 3_600_000, processing: 0 } });
  const controller = new AbortController();
  const began = clock.now();
  clock.after(10_000, () => controller.abort());
  const run = bulk(klaviyo, "create", "catalog-category", ownCategories(50), {
    signal: controller.signal,
    timeout: 2000,
  });
  const outcomes: unknown[] = [];
  const consume = async () => {
    for await (const { status, error } of run) outcomes.push([status, error?.code, error?.detail]);
  };
  await expect(clock.run(consume())).rejects.toMatchObject({ name: "AbortError" });
  const detail = "The run ended before it was known what became of this record.";
  expect(outcomes).toEqual(Array.from({ length: 50 }, () => ["unknown", "not_settled", detail]));
  expect(clock.now() - began).toBe(12_000);
});

test("a signal that has aborted lets nothing be read, and a source that never answers ends no run late", async () => {
  const { clock, klaviyo } = bulkWorld();
  const source = counted(10);
  const aborted = bulk(klaviyo, "create", "catalog-category", source, { signal: AbortSignal.abort() });
  await expect(clock.run(aborted.summary())).rejects.toMatchObject({ name: "AbortError", read: 0 });
  expect(source.read).toBe(0);
  const controller = new AbortController();
  clock.after(1000, () => controller.abort());
  const never: AsyncIterable<OwnCategory> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
  const stuck = bulk(klaviyo, "create", "catalog-category", never, { signal: controller.signal });
  await expect(clock.run(stuck.summary())).rejects.toMatchObject({ name: "AbortError" });
});

test("progress tells what is read, submitted, done and open, and the time that is left", async () => {
  const { clock, klaviyo } = bulkWorld();
  const seen: BulkProgress[] = [];
  const onProgress = (progress: BulkProgress) => void seen.push(progress);
  await clock.run(
    bulk(klaviyo, "create", "catalog-category", ownCategories(1000), {
      total: 1000,
      jobsInProgress: 2,
      onProgress,
    }).summary(),
  );
  const { read, submitted, done, failed, unknown, jobsOpen, remaining } = seen.at(-1) as BulkProgress;
  expect([read, submitted, done, failed, unknown, jobsOpen, remaining]).toEqual([1000, 1000, 1000, 0, 0, 0, 0]);
  expect(seen.some(({ jobsOpen }) => jobsOpen > 0)).toBe(true);
  // It is told as soon as a job was accepted.
  expect(seen.filter(({ done }) => done === 0).map(({ submitted }) => submitted)).toEqual([100, 200]);
  expect(seen.find(({ done }) => done > 0)?.remaining).toBeGreaterThan(0);
});

test("a refusal for too many jobs is waited out", async () => {
  const { clock, mock, klaviyo } = bulkWorld({ pace: { queued: 30_000, processing: 0 }, limits: false });
  // Somebody else has 499 of the 500 jobs that there may be.
  const [record] = ownCategories(1);
  const headers = {
    authorization: "Klaviyo-API-Key pk_test",
    revision: "2026-07-15",
    "content-type": "application/vnd.api+json",
  };
  const data = { type: "catalog-category", attributes: record };
  const job = { type: "catalog-category-bulk-create-job", attributes: { categories: { data: [data] } } };
  const submit = () =>
    mock.fetch("/api/catalog-category-bulk-create-jobs", {
      method: "POST",
      headers,
      body: JSON.stringify({ data: job }),
    });
  for (let jobs = 0; jobs < 499; jobs++) expect((await submit()).status).toBe(202);
  const summary = await clock.run(bulk(klaviyo, "create", "catalog-category", ownCategories(501).slice(1)).summary());
  expect(summary).toMatchObject({ done: 500, failed: 0, unknown: 0 });
  expect(mock.requests.filter(({ status }) => status === 400).length).toBeGreaterThan(0);
});

test("jobs are polled by few calls, however many they are", async () => {
  const { clock, klaviyo, calls } = bulkWorld();
  await clock.run(bulk(klaviyo, "create", "catalog-category", ownCategories(10_000)).summary());
  expect(calls("POST")).toBe(100);
  expect(calls("GET")).toBeLessThan(20);
});

test("the history of an account does not slow polling down", async () => {
  const { clock, klaviyo, calls } = bulkWorld({ limits: false });
  for (let run = 0; run < 3; run++) {
    const records = ownCategories(12_000).slice(run * 4000, (run + 1) * 4000);
    await clock.run(bulk(klaviyo, "create", "catalog-category", records).summary());
  }
  const before = calls("GET");
  const [record] = ownCategories(12_001).slice(-1);
  await clock.run(bulk(klaviyo, "create", "catalog-category", [record as OwnCategory]).summary());
  expect(calls("GET") - before).toBeLessThan(8);
});
