import { virtualClock as mockClock } from "@org/mock";
import { expect, expectTypeOf, test, vi } from "vitest";
import { createClient } from "../generated/2023-12-15.ts";
import { type Api, type Client, createClient as createCurrent, type ResourceOf } from "../generated/2026-07-15.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { mockClient } from "../testing/mock-client.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import { unwrap } from "./unwrap.ts";
import { type JobType, waitForJob } from "./wait-for-job.ts";

const quick = { interval: 5 };
const job = (attributes: object) => ({ data: { type: "catalog-item-bulk-create-job", id: "j1", attributes } });

test("it reports progress until the job is complete; failed records are part of the result", async () => {
  const time = mockClock();
  const { klaviyo } = await mockClient({}, { clock: time, pace: { queued: 10, processing: 10 } });
  const category = (external_id: string) => {
    return { type: "catalog-category" as const, attributes: { external_id, name: external_id } };
  };
  const submitted = await unwrap(
    klaviyo.POST("/api/catalog-category-bulk-create-jobs", {
      body: {
        data: {
          type: "catalog-category-bulk-create-job",
          attributes: { categories: { data: [category("new"), category("C1")] } },
        },
      },
    }),
  );
  const seen: string[] = [];
  const done = await waitForJob(klaviyo, submitted, {
    ...quick,
    onProgress: (at) => {
      seen.push(at.attributes.status);
      time.advance(10);
    },
  });
  expectTypeOf(done.type).toEqualTypeOf<"catalog-category-bulk-create-job">();
  expect(done.attributes).toMatchObject({ status: "complete", total_count: 2, failed_count: 1 });
  expect(done.attributes.errors).toHaveLength(1);
  expect(seen).toEqual(["queued", "processing", "complete"]);
  const { type, id } = done;
  expect(await waitForJob(klaviyo, { type, id })).toEqual(done);
});

test("a cancelled job ends the wait", async () => {
  const { klaviyo } = await mockClient({ fetch: fakeFetch(job({ status: "queued" }), job({ status: "cancelled" })) });
  const done = await waitForJob(klaviyo, { type: "catalog-item-bulk-create-job", id: "j1" }, quick);
  expect(done.attributes.status).toBe("cancelled");
});

test("every job family of both revisions has its path and type", async () => {
  const { klaviyo } = await mockClient({ fetch: fakeFetch(job({ status: "complete" })) });
  const fetch = fakeFetch(job({ status: "complete" }));
  const pinned = createClient({ apiKey: "pk_1", fetch });
  type Families<Verb extends string> = `catalog-${"item" | "variant" | "category"}-bulk-${Verb}-job`;
  expectTypeOf<Families<"create" | "update" | "delete">>().toExtend<JobType<Api>>();
  for (const kind of ["item", "variant", "category"] as const) {
    for (const verb of ["create", "update", "delete"] as const) {
      const type = `catalog-${kind}-bulk-${verb}-job` as const;
      await waitForJob(klaviyo, { type, id: "j1" });
      await waitForJob(pinned, { type, id: "j1" });
      expect(fetch.last.url).toBe(`https://a.klaviyo.com/api/${type}s/j1/`);
    }
  }
});
test("the wait between two looks follows the job's progress, within its bounds", async () => {
  const clock = virtualClock();
  const attributes = { status: "processing", total_count: 100 };
  const steps = [0, 0, 0, 10, 90, 100].map((completed_count) => job({ ...attributes, completed_count }));
  const looks: number[] = [];
  const answers = fakeFetch(...steps, job({ status: "complete" }));
  const { klaviyo } = await mockClient({
    fetch: (url, init) => {
      looks.push(clock.now());
      return answers(url, init);
    },
  });
  const reference = { type: "catalog-item-bulk-create-job", id: "j1" } as const;
  await clock.run(waitForJob(klaviyo, reference, { clock }));
  const waits = looks.slice(1).map((time, index) => Math.round(time - (looks[index] ?? 0)));
  expect(waits).toEqual([500, 750, 1125, 10_000, 1375, 500]);
});

test("a timeout and an abort end the wait, and leave no timer", async () => {
  const clock = virtualClock();
  const { klaviyo } = await mockClient({ fetch: fakeFetch(job({ status: "queued" })) });
  const reference = { type: "catalog-item-bulk-create-job", id: "j1" } as const;
  const late = waitForJob(klaviyo, reference, { clock, timeout: 3000 });
  await expect(clock.run(late)).rejects.toMatchObject({
    name: "TimeoutError",
    message: "The job j1 (catalog-item-bulk-create-job) has not ended within 3000 ms.",
  });
  expect(clock.pending()).toBe(0);
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = waitForJob(klaviyo, reference, { signal, onProgress: () => controller.abort(new Error("enough")) });
  await expect(stopped).rejects.toThrow("enough");
});

test("a job that is not there is an ApiError, and a type that is none an error that says so", async () => {
  const { klaviyo } = await mockClient();
  const missing = waitForJob(klaviyo, { type: "catalog-item-bulk-create-job", id: "none" });
  await expect(missing).rejects.toMatchObject({ name: "ApiError", status: 404 });
  await expect(waitForJob(klaviyo, { type: "catalog-item" as never, id: "1" })).rejects.toThrow("is no type of job");
});

test("GET alone is enough; where the paths of jobs end with a slash, with the operations beside it", async () => {
  const fetch = fakeFetch(job({ status: "complete" }));
  const { klaviyo } = await mockClient({ fetch });
  const pinned = createClient({ apiKey: "pk_1", fetch });
  const reference = { type: "catalog-item-bulk-create-job", id: "j1" } as const;
  const extended = { ...klaviyo, ping() {} };
  const part: Pick<Client, "GET"> = klaviyo;
  for (const client of [extended, part, { GET: klaviyo.GET }]) {
    const done = await waitForJob(client, reference);
    expectTypeOf(done).toEqualTypeOf<ResourceOf<"/api/catalog-item-bulk-create-jobs/{job_id}">>();
    expect(fetch.last.url).toBe("https://a.klaviyo.com/api/catalog-item-bulk-create-jobs/j1");
  }
  const { GET, operations } = pinned;
  await waitForJob({ GET, operations }, reference);
  expect(fetch.last.url).toBe("https://a.klaviyo.com/api/catalog-item-bulk-create-jobs/j1/");
});

test.each(["a look that never ends", "a wait between two looks"])("its timeout ends %s at once", async (what) => {
  const fetch = what.includes("look that") ? () => new Promise<never>(() => {}) : fakeFetch(job({ status: "queued" }));
  const klaviyo = createCurrent({ apiKey: "pk_1", fetch, rateLimit: false });
  const wait = waitForJob(
    klaviyo,
    { type: "catalog-item-bulk-create-job", id: "j1" },
    { timeout: 20, interval: 60_000 },
  );
  await expect(wait).rejects.toMatchObject({ name: "TimeoutError" });
});

test("it takes time from the clock of its client", async () => {
  const clock = virtualClock();
  const fetch = fakeFetch(job({ status: "queued" }), job({ status: "complete" }));
  const klaviyo = createCurrent({ apiKey: "pk_1", fetch, clock });
  const wait = waitForJob(klaviyo, { type: "catalog-item-bulk-create-job", id: "j1" }, { interval: 60_000 });
  expect((await clock.run(wait)).attributes.status).toBe("complete");
  expect(clock.now()).toBe(60_000);
});

test("an onProgress that throws does not end the wait", async () => {
  const printed = vi.spyOn(console, "error").mockReturnValue();
  const klaviyo = createCurrent({ apiKey: "pk_1", fetch: fakeFetch(job({ status: "complete" })) });
  const onProgress = (): never => {
    throw new Error("no screen");
  };
  const done = await waitForJob(klaviyo, { type: "catalog-item-bulk-create-job", id: "j1" }, { onProgress });
  expect(done.attributes.status).toBe("complete");
  expect(printed).toHaveBeenCalledOnce();
  printed.mockRestore();
});
