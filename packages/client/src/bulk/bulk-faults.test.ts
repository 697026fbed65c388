import { createMock, type FaultRule, virtualClock } from "@org/mock";
import { describe, expect, test } from "vitest";
import { createClient as createOld } from "../generated/2023-12-15.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { catalogId } from "../helpers/catalog-id.ts";
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

test.each([
  { action: "create", before: [] },
  { action: "update", before: ownCategories(150) },
] as const)(
  "a job that the API has forgotten is sent again, to $action what it may have done already",
  async ({ action, before }) => {
    const { clock, mock, klaviyo, calls } = bulkWorld();
    await mock.state.load({ categories: [...before] });
    let forgotten: string | undefined;
    klaviyo.use({
      async onResponse({ request, response }) {
        if (request.method !== "GET" || !request.url.includes("-jobs")) return undefined;
        const { data } = (await response.clone().json()) as { data: { id: string } | { id: string }[] };
        // No list has the first job, and whoever asks for it learns that there is none.
        const [{ id } = { id: "" }] = [data].flat();
        forgotten ??= id || undefined;
        if (!Array.isArray(data) && id === forgotten)
          return Response.json({ errors: [{ code: "not_found", detail: "No such job." }] }, { status: 404 });
        const others = [data].flat().filter((job) => job.id !== forgotten);
        return Array.isArray(data) ? Response.json({ data: others, links: { next: null } }) : undefined;
      },
    });
    const records = ownCategories(150).map(({ external_id, name }) =>
      action === "create" ? { external_id, name } : { id: catalogId(external_id), name: "New" },
    );
    const summary = await clock.run(bulk(klaviyo, action, "catalog-category", records as never[]).summary());
    expect(summary).toMatchObject({ done: 150, failed: 0, unknown: 0 });
    expect([calls("POST"), mock.state.categories.size]).toEqual([3, 150]);
  },
);

const product = { external_id: "S1", title: "Shirt", description: "", url: "https://shop.example/1", price: 1 };
const id = catalogId("S1");

describe.each<FaultRule["play"]>(["503", "html", "reset-before"])("when %s keeps a job from the API", (play) => {
  const fault = { play, method: "POST", times: 1 } as const;

  test("one that has sent the same records shortly before is not taken for it", async () => {
    const { clock, mock, klaviyo } = bulkWorld();
    await clock.run(bulk(klaviyo, "create", "catalog-item", [product]).summary());
    await clock.run(bulk(klaviyo, "update", "catalog-item", [{ id, price: 10 }]).summary());
    mock.faults.add(fault);
    const summary = await clock.run(bulk(klaviyo, "update", "catalog-item", [{ id, price: 20 }]).summary());
    expect(summary).toMatchObject({ done: 1, failed: 0, unknown: 0 });
    expect(mock.state.items.get(id)?.attributes.price).toBe(20);
  });

  test("nor is any of many", async () => {
    const { clock, mock, klaviyo, calls } = bulkWorld();
    await clock.run(bulk(klaviyo, "create", "catalog-item", [product]).summary());
    const update = (price: number) => clock.run(bulk(klaviyo, "update", "catalog-item", [{ id, price }]).summary());
    for (let price = 10; price < 18; price++) await update(price);
    const before = calls("POST", "update");
    mock.faults.add(fault);
    expect(await update(20)).toMatchObject({ read: 1, done: 1 });
    expect(mock.state.items.get(id)?.attributes.price).toBe(20);
    expect(calls("POST", "update") - before).toBe(2);
  });

  test("nor is one that has created or deleted them, before they were deleted or created again", async () => {
    const { clock, mock, klaviyo } = bulkWorld();
    const run = (action: "create" | "delete") =>
      action === "create"
        ? clock.run(bulk(klaviyo, "create", "catalog-item", [product]).summary())
        : clock.run(bulk(klaviyo, "delete", "catalog-item", [{ id }]).summary());
    await run("create");
    await run("delete");
    mock.faults.add(fault);
    expect(await run("create")).toMatchObject({ done: 1 });
    expect(mock.state.items.size).toBe(1);
    mock.faults.add(fault);
    expect(await run("delete")).toMatchObject({ done: 1 });
    expect(mock.state.items.size).toBe(0);
  });
});

test.each([-600_000, -120_000, 120_000, 600_000])(
  "a lost answer is found when the API's clock is %i ms ahead of ours",
  async (ahead) => {
    const clock = virtualClock();
    const mock = createMock({ clock: { ...clock, now: () => clock.now() + ahead } });
    const klaviyo = createClient({ apiKey: "pk_test", fetch: mock.fetch, clock });
    mock.faults.add({ ...submission, play: "reset-after", times: 1 });
    const summary = await clock.run(bulk(klaviyo, "create", "catalog-category", ownCategories(3)).summary());
    expect(summary).toMatchObject({ done: 3, failed: 0, unknown: 0 });
  },
);

test("a refusal that names no record ends the run, when it meets one record after the other and nothing was accepted", async () => {
  const { clock, klaviyo, calls } = bulkWorld();
  let refused = 0;
  klaviyo.use({
    onRequest({ request }) {
      if (request.method !== "POST") return undefined;
      refused++;
      return Response.json({ errors: [{ code: "invalid", detail: "The API key is invalid." }] }, { status: 400 });
    },
  });
  const run = bulk(klaviyo, "create", "catalog-category", ownCategories(100)).summary();
  await expect(clock.run(run)).rejects.toThrow("The API key is invalid.");
  expect(refused).toBeLessThan(100);
  expect(calls("POST")).toBe(0);
});
