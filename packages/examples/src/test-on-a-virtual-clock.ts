// Tests of a user's own code against the mock: a job that takes an hour takes no time, and one that fails says why.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Client, createClient, unwrap, waitForJob } from "@org/client";
import { createMock, virtualClock } from "@org/mock";

/** The code under test. */
async function createCategory(klaviyo: Client, name: string): Promise<string[]> {
  const data = [{ type: "catalog-category" as const, attributes: { external_id: name.toLowerCase(), name } }];
  const type = "catalog-category-bulk-create-job";
  const { data: job } = await unwrap(
    klaviyo.POST("/api/catalog-category-bulk-create-jobs", {
      body: { data: { type, attributes: { categories: { data } } } },
    }),
  );
  const done = await waitForJob(klaviyo, { type, id: job.id });
  return (done.attributes.errors ?? []).map(({ detail }) => detail);
}

function setUp() {
  const clock = virtualClock();
  const mock = createMock({ clock, pace: { queued: 60_000, processing: 3_600_000 } });
  const klaviyo = createClient({ apiKey: "pk_test", fetch: mock.fetch, clock });
  return { clock, mock, klaviyo };
}

test("an hour's job is followed to its end at once", async () => {
  const { clock, mock, klaviyo } = setUp();
  const begin = clock.now();
  assert.deepEqual(await clock.run(createCategory(klaviyo, "Shirts")), []);
  assert.ok(clock.now() - begin >= 3_660_000);
  assert.equal(mock.state.categories.get("$custom:::$default:::shirts")?.attributes.name, "Shirts");
});

test("a category that is there already fails in the job, not in the call", async () => {
  const { clock, mock, klaviyo } = setUp();
  await mock.state.load({ categories: [{ external_id: "shirts", name: "Shirts" }] });
  const [detail] = await clock.run(createCategory(klaviyo, "Shirts"));
  assert.match(String(detail), /exists already/);
});

test("a lost connection and a throttled call are tried again, without waiting", async () => {
  const { clock, mock, klaviyo } = setUp();
  mock.faults.add({ play: "429=30", method: "POST", times: 1 });
  mock.faults.add({ play: "reset-before", method: "GET", times: 2 });
  assert.deepEqual(await clock.run(createCategory(klaviyo, "Lamps")), []);
  assert.equal(mock.requests.filter(({ fault }) => fault !== undefined).length, 3);
});
