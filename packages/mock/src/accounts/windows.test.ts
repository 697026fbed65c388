import { expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import { fragment as first } from "../generated/2023-12-15.ts";
import { createCaller } from "../testing/create-caller.ts";
import { operationOf } from "../testing/operation-of.ts";
import { Windows } from "./windows.ts";

const { burst = 0, steady = 0 } = operationOf("delete_catalog_item").rateLimit;

test("a full burst window refuses until the second is over", () => {
  const windows = new Windows();
  const take = (now: number) => windows.take("op", { burst: 2, steady: 10 }, now).wait;
  expect([take(60_100), take(60_200), take(60_300), take(60_999)]).toEqual([0, 0, 700, 1]);
  expect(take(61_000)).toBe(0);
});

test("a full steady window refuses until the minute is over, whatever the seconds say", () => {
  const windows = new Windows();
  const take = (now: number) => windows.take("op", { burst: 5, steady: 2 }, now).wait;
  expect([take(60_000), take(61_000), take(62_500)]).toEqual([0, 0, 57_500]);
  expect(take(120_000)).toBe(0);
});

test("a daily window is kept where an operation has one", () => {
  const windows = new Windows();
  const take = (now: number) => windows.take("op", { burst: 5, steady: 5, daily: 1 }, now).wait;
  expect([take(0), take(120_000)]).toEqual([0, 86_280_000]);
});

test("a refused request uses up nothing", () => {
  const windows = new Windows();
  const take = (now: number) => windows.take("op", { burst: 1, steady: 2 }, now);
  take(0);
  expect(take(1).steady?.remaining).toBe(1);
  expect(take(1_000)).toMatchObject({ wait: 0, steady: { remaining: 0 } });
});

test("operations do not use up each other's windows", () => {
  const windows = new Windows();
  const limits = { burst: 1, steady: 1 };
  expect([windows.take("a", limits, 0).wait, windows.take("b", limits, 0).wait]).toEqual([0, 0]);
});

test("answers tell the steady window, and a 429 tells when to come back instead", async () => {
  const clock = virtualClock({ start: 60_000 * 1_000 + 10_000 });
  const mock = createMock({ clock });
  const call = createCaller(mock);
  const first = await call("DELETE", "/api/catalog-items/none");
  expect(first.status).toBe(404);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "ratelimit-limit": `${steady}`,
    "ratelimit-remaining": `${steady - 1}`,
    "ratelimit-reset": "50",
  });
  for (let i = 1; i < burst; i++) await call("DELETE", "/api/catalog-items/none");
  const { status, headers, body } = await call("DELETE", "/api/catalog-items/none");
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("1");
  expect(headers.has("ratelimit-limit")).toBe(false);
  expect(body.errors[0]).toMatchObject({
    status: 429,
    code: "throttled",
    title: "Request was throttled.",
    source: { pointer: "/data" },
    links: {},
    meta: {},
  });
  expect(body.errors[0].detail).toMatch(/Expected available in 1 second\.$/);
  clock.advance(1_000);
  expect((await call("DELETE", "/api/catalog-items/none")).status).toBe(404);
});

test("an operation has one window under all its names and in all revisions, and a 429 has the API's words", async () => {
  const mock = createMock({ clock: virtualClock() });
  const job = (revision: string) =>
    createCaller(mock, { revision })("GET", "/api/catalog-category-bulk-create-jobs/none");
  const path = "/api/catalog-category-bulk-create-jobs/{job_id}/";
  const old = first.operations.find((each) => each.method === "GET" && each.path === path)?.rateLimit.burst ?? 0;
  const now = operationOf("get_bulk_create_categories_job").rateLimit.burst ?? 0;
  const revisions = ["2023-12-15", "2026-07-15"] as const;
  // A bump may leave them different limits, each of which counts the calls of both.
  for (let i = 0; i < Math.min(old, now); i++) expect((await job(revisions[i % 2] ?? "")).status).toBe(404);
  const { status, body } = await job(old <= now ? revisions[0] : revisions[1]);
  expect([status, body.errors[0].detail]).toEqual([429, "Request was throttled. Expected available in 1 second."]);
});

test("accounts do not use up each other's windows, and limits can be left out", async () => {
  const clock = virtualClock();
  const statuses = async (mock: ReturnType<typeof createMock>, keys: string[]) => {
    for (let i = 0; i < burst; i++) await createCaller(mock, { key: "pk_a" })("DELETE", "/api/catalog-items/none");
    return Promise.all(
      keys.map(async (key) => (await createCaller(mock, { key })("DELETE", "/api/catalog-items/none")).status),
    );
  };
  expect(await statuses(createMock({ clock, keys: { pk_a: {}, pk_b: {} } }), ["pk_a", "pk_b"])).toEqual([429, 404]);
  expect(await statuses(createMock({ clock, limits: false }), ["pk_a"])).toEqual([404]);
});
