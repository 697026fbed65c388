import type { FaultRule } from "@org/mock";
import { expect, test } from "vitest";
import { createClient as createOld } from "../generated/2023-12-15.ts";
import { bulkWorld, outcomesOf, ownCategories } from "../testing/bulk-world.ts";
import { bulk } from "./bulk.ts";

const submission = { operationId: "bulk_create_catalog_categories" };

/** Jobs that have done something, by the number of records that they wrote. */
async function jobsOf({ mock }: ReturnType<typeof bulkWorld>, action = "create"): Promise<number[]> {
  const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
  mock.faults.clear();
  const page = await mock.fetch(`/api/catalog-category-bulk-${action}-jobs`, { headers });
  const { data } = (await page.json()) as { data: { attributes: { completed_count: number } }[] };
  return data.map(({ attributes }) => attributes.completed_count).sort((a, b) => b - a);
}

test.each<FaultRule["play"]>(["reset-after", "cut", "empty", "latency=40000", ["latency=1000", "reset-after"]])(
  "a job whose answer is lost by %s is found, and not sent again",
  async (play) => {
    const world = bulkWorld();
    world.mock.faults.add({ ...submission, play, times: 1 });
    const outcomes = await world.clock.run(
      outcomesOf(bulk(world.klaviyo, "create", "catalog-category", ownCategories(250))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 250 }, () => "done"));
    expect(await jobsOf(world)).toEqual([100, 100, 50]);
  },
);

test.each<FaultRule["play"]>(["500", "502", "503", "504", "429=1", "503=1", "html=403", "html=502", "reset-before"])(
  "a job that %s keeps from the API is sent again",
  async (play) => {
    const world = bulkWorld();
    world.mock.faults.add({ ...submission, play, times: 2 });
    const summary = await world.clock.run(
      bulk(world.klaviyo, "create", "catalog-category", ownCategories(150)).summary(),
    );
    expect(summary).toMatchObject({ done: 150, failed: 0, unknown: 0 });
    expect(await jobsOf(world)).toEqual([100, 50]);
  },
);

test("a job of somebody else, of the same size and at the same time, is not taken for one's own", async () => {
  const world = bulkWorld();
  world.mock.faults.add({ ...submission, play: "reset-before", skip: 1, times: 1 });
  const [mine, others] = [ownCategories(50), ownCategories(100).slice(50)];
  const summaries = [others, mine].map((records) =>
    bulk(world.klaviyo, "create", "catalog-category", records).summary(),
  );
  const done = await world.clock.run(Promise.all(summaries));
  expect(done.map(({ done, failed }) => [done, failed])).toEqual([
    [50, 0],
    [50, 0],
  ]);
  expect(await jobsOf(world)).toEqual([50, 50]);
});

test("lists and look-ups that come spoiled are read again", async () => {
  const world = bulkWorld();
  for (const play of ["empty", "cut", "html=403", "500"] as const)
    world.mock.faults.add({ method: "GET", play, times: 3 });
  const summary = await world.clock.run(
    bulk(world.klaviyo, "upsert", "catalog-category", ownCategories(150)).summary(),
  );
  expect(summary).toMatchObject({ done: 150, failed: 0, unknown: 0 });
});

test("an API that stays away ends the run with its error, and what was sent is unknown", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  mock.faults.add({ play: "503", skip: 1 });
  const run = bulk(klaviyo, "create", "catalog-category", ownCategories(150));
  await expect(clock.run(run.summary())).rejects.toMatchObject({ name: "ApiError", status: 503 });
  expect(await run.summary()).toMatchObject({ read: 150, done: 0, failed: 0, unknown: 150 });
});

test.each([413, 414, 431])("a look-up that a server refuses with %i ends the run at once", async (status) => {
  const { clock, klaviyo, calls } = bulkWorld();
  klaviyo.use({ onRequest: ({ request }) => (request.method === "GET" ? new Response("", { status }) : undefined) });
  const began = clock.now();
  const run = bulk(klaviyo, "upsert", "catalog-category", ownCategories(50));
  await expect(clock.run(run.summary())).rejects.toMatchObject({ name: "ApiError", status });
  expect(clock.now() - began).toBeLessThan(5000);
  expect(calls("POST")).toBe(0);
});

test("a record for which a server before the API refuses the whole job as too long fails alone", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  klaviyo.use({
    async onRequest({ request }) {
      if (request.method !== "POST" || !(await request.clone().text()).includes("C13")) return undefined;
      return new Response("<html>", { status: 413 });
    },
  });
  const outcomes = await clock.run(outcomesOf(bulk(klaviyo, "create", "catalog-category", ownCategories(60))));
  expect(outcomes.filter(({ status }) => status !== "done")).toMatchObject([
    { index: 13, status: "failed", error: { code: "refused", detail: expect.stringContaining("413") } },
  ]);
  expect(mock.state.categories.size).toBe(59);
});

test("of a deletion whose answer is lost at a revision that does not tell what was deleted, what cannot be known is unknown", async () => {
  const { clock, mock } = bulkWorld();
  const old = createOld({ apiKey: "pk_test", fetch: mock.fetch, clock });
  await mock.state.load({ categories: ownCategories(50) });
  mock.faults.add({ operationId: "spawn_delete_categories_job", play: "reset-after", times: 1 });
  const records = ownCategories(50).map(({ external_id }) => ({ id: `$custom:::$default:::${external_id}` }));
  const outcomes = await clock.run(outcomesOf(bulk(old, "delete", "catalog-category", records)));
  expect(mock.state.categories.size).toBe(0);
  expect(new Set(outcomes.map(({ status, error }) => `${status} ${error?.code}`))).toEqual(
    new Set(["unknown not_found"]),
  );
});

/** Cancels the jobs of these places in the list after so many milliseconds. */
function cancelAfter({ clock, mock }: ReturnType<typeof bulkWorld>, milliseconds: number, places: number[]): void {
  clock.after(milliseconds, async () => {
    const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
    const page = await mock.fetch("/api/catalog-category-bulk-create-jobs", { headers });
    const { data } = (await page.json()) as { data: { id: string }[] };
    for (const place of places) mock.state.cancelJob(data[place]?.id as string);
  });
}

test("a job that is cancelled fails what it has not done", async () => {
  const world = bulkWorld({ pace: { queued: 0, processing: 100_000 } });
  const { clock, mock, klaviyo } = world;
  const run = bulk(klaviyo, "create", "catalog-category", ownCategories(100), { order: "input" });
  cancelAfter(world, 30_500, [0]);
  const outcomes = await clock.run(outcomesOf(run));
  const done = mock.state.categories.size;
  expect(done).toBeGreaterThan(20);
  expect(outcomes.map(({ status, error }) => [status, error?.code])).toEqual(
    outcomes.map((_, index) => (index < done ? ["done", undefined] : ["failed", "job_cancelled"])),
  );
});

test.each([
  { when: "nothing else ends", jobs: 1, cancelled: [0] },
  { when: "other jobs end", jobs: 40, cancelled: [3, 17] },
])("a cancelled job is noticed within a few seconds while $when", async ({ jobs, cancelled }) => {
  const world = bulkWorld({ pace: { queued: 3000, processing: 4000 } });
  const { clock, klaviyo } = world;
  const began = clock.now();
  cancelAfter(world, 1500, cancelled);
  const noticed: number[] = [];
  const consume = async () => {
    for await (const { error } of bulk(klaviyo, "create", "catalog-category", ownCategories(jobs * 100)))
      if (error?.code === "job_cancelled") noticed.push(clock.now() - began);
  };
  await clock.run(consume());
  expect(noticed).toHaveLength(cancelled.length * 100);
  expect(Math.max(...noticed)).toBeLessThan(12_000);
});
