import { expect, onTestFinished, test, vi } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { type FakeAnswer, fakeFetch } from "../testing/fake-fetch.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { AttemptInit, Policy } from "./policy.ts";
import { type RetryEvent, type RetryOptions, retry } from "./retry.ts";
import { withPolicies } from "./with-policies.ts";

const url = "https://a.klaviyo.com/api/catalog-items";
const reset = new TypeError("fetch failed");
const throttled = (after: string) => new Response("slow down", { status: 429, headers: { "retry-after": after } });

function retrying(answers: FakeAnswer[], options: RetryOptions = {}) {
  const clock = virtualClock();
  const fetch = fakeFetch(...answers);
  const events: RetryEvent[] = [];
  const send = withPolicies(fetch, [
    retry({ clock, random: () => 1, onRetry: (event) => events.push(event), ...options }),
  ]);
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
  await expect(send(post)).rejects.toMatchObject({ name: "ConnectionError", cause: reset });
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

test("a Retry-After that just fits is waited for, and one after another status is not asked for", async () => {
  const fits = retrying([throttled("120"), 200]);
  expect((await fits.send()).status).toBe(200);
  expect(fits.clock.now()).toBe(120_000);
  const failed = new Response(null, { status: 500, headers: { "retry-after": "7" } });
  const { send, events } = retrying([failed, 200]);
  await send();
  expect(events.map(({ delay }) => delay)).toEqual([500]);
});

test("onRetry is told what failed, and how often", async () => {
  const { send, events } = retrying([500, reset, 200]);
  await send();
  expect(events).toEqual([
    { method: "GET", url, attempt: 1, delay: 500, reason: expect.objectContaining({ status: 500 }) },
    { method: "GET", url, attempt: 2, delay: 1000, reason: expect.objectContaining({ cause: reset }) },
  ]);
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
  await expect(retrying([reset], { attempts: 2 }).send()).rejects.toMatchObject({ attempts: 2, cause: reset });
});

test("nothing is sent after an abort, and the wait ends at once", async () => {
  const controller = new AbortController();
  const { send, fetch, clock } = retrying([500, 200], { onRetry: () => controller.abort() });
  await expect(send({ signal: controller.signal })).rejects.toMatchObject({ name: "AbortError" });
  expect(fetch.requests).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

test("an attempt that fails while its call is aborted is the last one, and no retry is told of", async () => {
  const controller = new AbortController();
  const onRetry = vi.fn();
  const send = retry({ onRetry })(async () => {
    controller.abort();
    return new Response(null, { status: 500 });
  });
  expect((await send(...attempt(url, { signal: controller.signal }))).status).toBe(500);
  expect(onRetry).not.toHaveBeenCalled();
});

test.each([
  ["Node", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
  ["Node, of a name", Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" })],
  ["undici", Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" })],
  ["Bun", Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" })],
  ["Deno", new Error("error sending request for url: tcp connect error: Connection refused (os error 111)")],
])("POST is repeated when no connection could be made, as %s says it: nothing was sent", async (_, cause) => {
  const { send, fetch } = retrying([new TypeError("fetch failed", { cause }), 201]);
  expect((await send(post)).status).toBe(201);
  expect(fetch.requests).toHaveLength(2);
});

test("what a policy or a token function throws is thrown at once, whatever it looks like", async () => {
  for (const thrown of [new TypeError("fetch failed"), new DOMException("too long", "TimeoutError"), "a string"]) {
    const fetch = fakeFetch();
    const throwing: Policy = () => async () => {
      throw thrown;
    };
    await expect(withPolicies(fetch, [retry({ random: () => 0 }), throwing])(...attempt(url))).rejects.toBe(thrown);
    expect(fetch.requests).toHaveLength(0);
  }
});

test("a header that cannot be sent is an error at once, which names it and does not quote it", async () => {
  const { send, events } = retrying([200]);
  const call = send({ headers: { "x-shop": "sec\nret" } });
  await expect(call).rejects.toThrow(/^GET \/api\/catalog-items: the header x-shop (?!.*ret")/);
  expect(events).toEqual([]);
});

test("a redirect that the platform refuses to follow is an error at once", async () => {
  const loop = new TypeError("fetch failed", { cause: new Error("redirect count exceeded") });
  const { send, fetch } = retrying([loop]);
  await expect(send()).rejects.toThrow("redirect count exceeded");
  expect(fetch.requests).toHaveLength(1);
});

test("a call's own settings win over the client's", async () => {
  const once = retrying([500, 200]);
  expect((await once.send({ settings: { retry: false } })).status).toBe(500);
  const twice = retrying([500], { attempts: 4 });
  await twice.send({ settings: { retry: { attempts: 2, baseDelay: undefined } } });
  expect(twice.fetch.requests).toHaveLength(2);
  expect(twice.events.map(({ delay }) => delay)).toEqual([500]);
});

test("an outage is not amplified: retries stop when the budget is spent", async () => {
  const clock = virtualClock();
  const fetch = fakeFetch(500);
  const send = retry({ clock })(fetch);
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

test("successes save no more than the budget's size", async () => {
  const clock = virtualClock();
  const answers = [200, 200, 200, 500, 500];
  const send = retry({ clock, budget: { size: 1, ratio: 1 } })(
    async () => new Response(null, { status: answers.shift() ?? 200 }),
  );
  for (let calls = 0; calls < 3; calls++) await send(...attempt(url));
  expect((await clock.run(send(...attempt(url)))).status).toBe(500);
});

test("without a random of one's own the wait is anything up to its longest", async () => {
  const random = vi.spyOn(Math, "random").mockReturnValue(0.25);
  onTestFinished(() => random.mockRestore());
  const { send, events } = retrying([500, 200], { random: undefined });
  await send();
  expect(events.map(({ delay }) => delay)).toEqual([125]);
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
