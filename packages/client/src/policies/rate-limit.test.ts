import { expect, test, vi } from "vitest";
import type { OperationTable } from "../operations/operation-table.ts";
import { attempt } from "../testing/attempt.ts";
import { table } from "../testing/table.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { AttemptInit, Fetch } from "./policy.ts";
import { type RateLimitEvent, rateLimit } from "./rate-limit.ts";

const two: OperationTable = { ...table, profiles: table.profiles.map((all) => ({ ...all, burst: 2, steady: 4 })) };
const items = "https://a.klaviyo.com/api/catalog-items";

function limited(answer: Fetch = async () => new Response()) {
  const clock = virtualClock();
  const sent: [time: number, url: string][] = [];
  const waits: RateLimitEvent[] = [];
  const send = rateLimit(two, { clock, onRateLimit: (event) => waits.push(event) })(async (url, init) => {
    sent.push([clock.now(), new URL(url).hash]);
    return answer(url, init);
  });
  return { clock, sent, waits, send: (url: string, init?: Partial<AttemptInit>) => send(...attempt(url, init)) };
}

test("calls go in the order in which they came, a burst a second", async () => {
  const { clock, send, sent, waits } = limited();
  await clock.run(Promise.all([1, 2, 3, 4].map((number) => send(`${items}#${number}`))));
  expect(sent.map(([, hash]) => hash)).toEqual(["#1", "#2", "#3", "#4"]);
  expect(sent.map(([time]) => Math.floor(time / 1000))).toEqual([0, 0, 1, 1]);
  expect(waits.map(({ operation }) => operation)).toEqual(["GET /api/catalog-items", "GET /api/catalog-items"]);
  expect(clock.pending()).toBe(0);
});

test("operations do not wait for each other, and what is no operation never waits", async () => {
  const { clock, send, sent } = limited();
  const urls = [items, items, `${items}/1`, `${items}/2`, "https://a.klaviyo.com/x", "https://a.klaviyo.com/y"];
  await clock.run(Promise.all(urls.map((url) => send(url))));
  expect(sent.map(([time]) => time)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("a call that aborts leaves the queue at once, and no timer stays", async () => {
  const { clock, send, sent } = limited();
  await Promise.all([send(items), send(items)]);
  const controller = new AbortController();
  const waiting = send(items, { signal: controller.signal });
  controller.abort(new Error("no longer needed"));
  await expect(waiting).rejects.toThrow("no longer needed");
  expect(sent).toHaveLength(2);
  expect(clock.pending()).toBe(0);
});

test("a signal that has aborted sends nothing", async () => {
  const { send, sent } = limited();
  await Promise.all([send(items), send(items)]);
  await expect(send(items, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  expect(sent).toHaveLength(2);
});

test("RateLimit-Remaining that others have used up holds the queue until RateLimit-Reset", async () => {
  const headers = { "ratelimit-limit": "4", "ratelimit-remaining": "0", "ratelimit-reset": "30" };
  const { clock, send, sent } = limited(async () => new Response(null, { headers }));
  await send(items);
  await clock.run(send(items));
  expect(sent[1]?.[0]).toBeCloseTo(30_000, -2);
});

test("nobody goes before the time that Retry-After names, and its call's place is not lost", async () => {
  let refusals = 1;
  const { clock, send, sent } = limited(async () =>
    refusals-- > 0 ? new Response(null, { status: 429, headers: { "retry-after": "7" } }) : new Response(),
  );
  expect((await send(items)).status).toBe(429);
  await clock.run(send(items));
  expect(sent.map(([time]) => time)).toEqual([0, 7000]);
});

test("an error of the transport gives its place back in time and passes through", async () => {
  const { clock, send, sent } = limited(async () => {
    throw new TypeError("fetch failed");
  });
  const calls = Promise.allSettled([1, 2, 3].map(() => send(items)));
  const results = await clock.run(calls);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(sent.map(([time]) => Math.floor(time / 1000))).toEqual([0, 0, 1]);
});

test("a store of another process is asked for one call after the other", async () => {
  const clock = virtualClock();
  let asked = 0;
  const released: (number | undefined)[] = [];
  const store = {
    async take() {
      return ++asked % 2 ? 50 : { release: (answer?: Response) => void released.push(answer?.status) };
    },
  };
  const send = rateLimit(two, { clock, store })(async () => new Response());
  await clock.run(Promise.all([1, 2, 3].map(() => send(...attempt(items)))));
  expect([asked, released, clock.now()]).toEqual([6, [200, 200, 200], 150]);
});

test("a store that fails makes the waiting calls fail", async () => {
  const store = { take: async () => Promise.reject(new Error("no connection to Redis")) };
  const send = rateLimit(two, { store })(async () => new Response());
  await expect(send(...attempt(items))).rejects.toThrow("no connection to Redis");
});

test("a Promise that somebody has patched, as zone.js does, changes nothing", async () => {
  const store = { take: async () => ({ release: () => {} }) };
  const send = rateLimit(two, { store })(async () => new Response());
  vi.stubGlobal("Promise", class extends Promise<unknown> {});
  try {
    expect((await send(...attempt(items))).status).toBe(200);
  } finally {
    vi.unstubAllGlobals();
  }
});
