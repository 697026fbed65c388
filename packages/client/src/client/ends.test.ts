import { expect, test } from "vitest";
import { memoryStore } from "../rate-limit/memory-store.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { testClient } from "../testing/test-client.ts";
import type { ClientOptions } from "./client-options.ts";

const never = (): Promise<never> => new Promise(() => {});
const path = "/api/catalog-items";

// Everything that a call can wait for, and that does not end by itself.
const waits: Record<string, { options?: ClientOptions; middleware?: boolean; outsideAttempt?: boolean }> = {
  "a token function": { options: { accessToken: never } },
  "a key function": { options: { apiKey: never } },
  "a store": { options: { rateLimit: { store: { take: never } } }, outsideAttempt: true },
  "a policy of the caller": { options: { policies: [() => never] } },
  "a body that a policy makes and that stalls": {
    options: { policies: [() => async () => new Response(new ReadableStream())] },
  },
  "a middleware": { middleware: true, outsideAttempt: true },
  "a fetch that ignores its signal": { options: { fetch: never } },
  "a body that stalls": { options: { fetch: async () => new Response(new ReadableStream()) } },
  "an error's body that stalls": {
    options: { fetch: async () => new Response(new ReadableStream(), { status: 500 }) },
  },
  "a body whose text never comes": {
    options: {
      fetch: async () => ({ ok: true, status: 200, statusText: "OK", headers: new Headers(), text: never }),
    },
  },
};

function waiting(name: string, more: ClientOptions = {}) {
  const { options, middleware } = waits[name] as (typeof waits)[string];
  const klaviyo = testClient({ fetch: fakeFetch(), ...options, ...more });
  if (middleware) klaviyo.use({ onRequest: never });
  return klaviyo;
}

test.each(Object.keys(waits))("the caller's signal ends a call that waits for %s, with its reason", async (name) => {
  const controller = new AbortController();
  const reason = new RangeError("enough");
  const call = waiting(name).GET(path, { signal: controller.signal });
  setImmediate(() => controller.abort(reason));
  await expect(call).rejects.toBe(reason);
});

test.each(Object.keys(waits))("the time of a whole call ends one that waits for %s", async (name) => {
  const timeout = waiting(name, { timeout: { call: 20 } }).GET(path);
  await expect(timeout).rejects.toMatchObject({ name: "TimeoutError", message: `GET ${path}: not done within 20 ms.` });
  const own = waiting(name).GET(path, { timeout: { call: 20 } });
  await expect(own).rejects.toMatchObject({ name: "TimeoutError" });
});

test.each(Object.keys(waits).filter((name) => !waits[name]?.outsideAttempt))(
  "the time of an attempt ends one that waits for %s",
  async (name) => {
    const message = `GET ${path}: no whole answer to attempt 1 within 20 ms.`;
    await expect(waiting(name, { timeout: 20 }).GET(path)).rejects.toMatchObject({ name: "TimeoutError", message });
    await expect(waiting(name).GET(path, { timeout: 20 })).rejects.toMatchObject({ name: "TimeoutError", message });
  },
);

test("a time that is no number rejects, as all that is wrong with a call does", async () => {
  const call = testClient({ fetch: fakeFetch() }).GET(path, { timeout: { call: Number.NaN } });
  await expect(call).rejects.toThrow("A timeout is a number of milliseconds");
});

test("a signal that has aborted starts nothing", async () => {
  const fetch = fakeFetch();
  const signal = AbortSignal.abort();
  const store = memoryStore();
  const klaviyo = testClient({ fetch, rateLimit: { store } });
  await expect(klaviyo.GET(path, { signal })).rejects.toBe(signal.reason);
  expect(fetch.requests).toHaveLength(0);
});

test("a token that is renewed counts against the limit again, and one that never came does not count", async () => {
  const sent: number[] = [];
  const ended: unknown[] = [];
  const store = { take: () => ({ release: (end: unknown) => ended.push(end) }) };
  let asked = 0;
  const accessToken = (): string | Promise<string> => (++asked < 3 ? `t${asked}` : never());
  const fetch = fakeFetch(401, { data: [] }, 401);
  const klaviyo = testClient({ fetch, accessToken, rateLimit: { store }, onRequest: () => sent.push(asked) });
  expect((await klaviyo.GET(path)).data).toEqual({ data: [] });
  expect([sent.length, ended.length]).toEqual([2, 2]);
  await expect(klaviyo.GET(path, { timeout: 20 })).rejects.toMatchObject({ name: "TimeoutError" });
  expect(ended).toHaveLength(3);
  const waiting = testClient({ fetch, accessToken: never, rateLimit: { store } });
  await expect(waiting.GET(path, { timeout: 20 })).rejects.toMatchObject({ name: "TimeoutError" });
  expect(ended.at(-1)).toEqual({ sent: false });
});

test("a body that stalls is one failed attempt: a GET is tried again", async () => {
  let attempts = 0;
  const klaviyo = testClient({
    fetch: async () => (++attempts === 1 ? new Response(new ReadableStream()) : Response.json({ data: [] })),
    retry: { random: () => 0 },
    timeout: 20,
  });
  expect((await klaviyo.GET(path)).data).toEqual({ data: [] });
  expect(attempts).toBe(2);
});

test("a call's own retry wins over the client's", async () => {
  const fetch = fakeFetch(500);
  const klaviyo = testClient({ fetch, retry: { random: () => 0, attempts: 3 } });
  await klaviyo.GET(path, { retry: false });
  expect(fetch.requests).toHaveLength(1);
  await klaviyo.GET(path, { retry: { attempts: 2 } });
  expect(fetch.requests).toHaveLength(3);
  await testClient({ fetch, retry: false }).GET(path, { retry: { attempts: 2, baseDelay: 0 } });
  expect(fetch.requests).toHaveLength(5);
});
