import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { type FakeAnswer, fakeFetch } from "../testing/fake-fetch.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { AttemptInit } from "./policy.ts";
import { type RetryEvent, type RetryOptions, retry } from "./retry.ts";

const url = "https://a.klaviyo.com/api/catalog-items";
const reset = new TypeError("fetch failed");
const throttled = (after: string) => new Response("slow down", { status: 429, headers: { "retry-after": after } });

function retrying(answers: FakeAnswer[], options: RetryOptions = {}) {
  const clock = virtualClock();
  const fetch = fakeFetch(...answers);
  const events: RetryEvent[] = [];
  const send = retry({ clock, random: () => 1, onRetry: (event) => events.push(event), ...options })(fetch);
  return { clock, fetch, events, send: (init?: Partial<AttemptInit>) => clock.run(send(...attempt(url, init))) };
}
const post = { method: "POST", body: '{"data":1}' };

test.each([500, 502, 503, 504])("GET is repeated after %i", async (status) => {
  const { send, fetch } = retrying([status, status, 200]);
  expect((await send()).status).toBe(200);
  expect(fetch.requests).toHaveLength(3);
});

test.each(["GET", "PUT", "PATCH", "DELETE"])("%s is repeated after a connection reset", async (method) => {
  const { send, fetch } = retrying([reset, 200]);
  expect((await send({ method })).status).toBe(200);
  expect(fetch.requests).toHaveLength(2);
});

test("POST is not retried after a connection reset", async () => {
  const { send, fetch } = retrying([reset, 200]);
  await expect(send(post)).rejects.toBe(reset);
  expect(fetch.requests).toHaveLength(1);
});

test.each([500, 502, 503, 504])("POST is not repeated after %i: it may have run", async (status) => {
  expect((await retrying([status, 200]).send(post)).status).toBe(status);
});

test("POST is repeated after 429, and after 503 with Retry-After, with its body", async () => {
  const unavailable = new Response(null, { status: 503, headers: { "retry-after": "2" } });
  const { send, fetch, clock } = retrying([throttled("1"), unavailable, 201]);
  expect((await send(post)).status).toBe(201);
  expect(fetch.bodies).toEqual([post.body, post.body, post.body]);
  expect(clock.now()).toBe(3000);
});

test("POST is repeated after anything when asked to", async () => {
  const { send } = retrying([reset, 500, 201], { methods: ["POST"] });
  expect((await send(post)).status).toBe(201);
});

test.each([400, 401, 403, 404, 409, 415, 422, 501])("%i is the answer at once", async (status) => {
  const { send, fetch } = retrying([status, 200]);
  expect((await send()).status).toBe(status);
  expect(fetch.requests).toHaveLength(1);
});

test("Retry-After is waited for: seconds, a date, and 0", async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const { send, events } = retrying([throttled("0"), throttled("7"), throttled(date), 200]);
  await send();
  expect(events.map(({ delay }) => delay).slice(0, 2)).toEqual([0, 7000]);
  expect(events[2]?.delay).toBeGreaterThan(57_000);
  expect(events[2]?.delay).toBeLessThanOrEqual(60_000);
});

test("a Retry-After beyond the cap is not waited for", async () => {
  const { send, fetch } = retrying([throttled("121"), 200]);
  expect((await send()).status).toBe(429);
  expect(fetch.requests).toHaveLength(1);
});

test("without Retry-After the wait grows up to the cap, and is random below it", async () => {
  const longest = retrying([500, 500, 500, 500, 200], { maxDelay: 3000 });
  await longest.send();
  expect(longest.events.map(({ delay }) => delay)).toEqual([500, 1000, 2000, 3000]);
  const halved = retrying([500, 500, 200], { random: () => 0.5 });
  await halved.send();
  expect(halved.events.map(({ delay }) => delay)).toEqual([250, 500]);
});

test("after the last attempt its answer or error is passed on", async () => {
  const { send, fetch } = retrying([500]);
  expect((await send()).status).toBe(500);
  expect(fetch.requests).toHaveLength(5);
  await expect(retrying([reset], { attempts: 2 }).send()).rejects.toBe(reset);
});

test("nothing is sent after an abort, and the wait ends at once", async () => {
  const controller = new AbortController();
  const { send, fetch, clock } = retrying([500, 200], { onRetry: () => controller.abort() });
  await expect(send({ signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
  expect(fetch.requests).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

test("the body of an answer that is dropped is cancelled", async () => {
  let cancelled = false;
  const body = new ReadableStream({
    cancel() {
      cancelled = true;
    },
  });
  const clock = virtualClock();
  const answers = [new Response(body, { status: 500 }), new Response()];
  const response = await clock.run(retry({ clock })(async () => answers.shift() as Response)(...attempt(url)));
  expect([response.status, cancelled]).toEqual([200, true]);
});

test("an outage is not amplified: retries stop when the budget is spent", async () => {
  const clock = virtualClock();
  const fetch = fakeFetch(500);
  const send = retry({ clock, budget: { size: 20, ratio: 0.1 } })(fetch);
  await clock.run(Promise.all(Array.from({ length: 100 }, () => send(...attempt(url)))));
  expect(fetch.requests).toHaveLength(120);
});

test("successes earn retries back", async () => {
  const clock = virtualClock();
  let answers = [500, 500];
  const fetch = fakeFetch();
  const send = retry({ clock, budget: { size: 1, ratio: 0.5 } })(async (url, init) => {
    await fetch(url, init);
    return new Response(null, { status: answers.shift() ?? 200 });
  });
  expect((await clock.run(send(...attempt(url)))).status).toBe(500);
  for (let calls = 0; calls < 2; calls++) await send(...attempt(url));
  answers = [500];
  expect((await clock.run(send(...attempt(url)))).status).toBe(200);
});

test("each attempt knows its number", async () => {
  const numbers: number[] = [];
  const clock = virtualClock();
  const send = retry({ clock })(async (_, { attempt = 1 }) => {
    numbers.push(attempt);
    return new Response(null, { status: numbers.length < 3 ? 500 : 200 });
  });
  await clock.run(send(...attempt(url)));
  expect(numbers).toEqual([1, 2, 3]);
});
