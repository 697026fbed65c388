import { expect, test } from "vitest";
import { memoryStore } from "../rate-limit/memory-store.ts";
import { testClient } from "../testing/test-client.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { ClientOptions } from "./client-options.ts";

const path = "/api/catalog-items";

/** A client of a server that asks to come back in so many seconds, and then answers. */
function askedToWait(seconds: readonly number[], options: ClientOptions = {}, status = 429) {
  const clock = virtualClock();
  const left = [...seconds];
  let sent = 0;
  const klaviyo = testClient({
    clock,
    retry: {},
    ...options,
    async fetch() {
      sent++;
      const wait = left.shift();
      if (wait === undefined) return Response.json({ data: [] });
      return new Response(null, { status, headers: { "retry-after": String(wait) } });
    },
  });
  return { klaviyo, clock, sent: () => sent };
}

test.each([429, 503])("maxWait bounds what a call waits after a %d, in all its attempts", async (status) => {
  const enough = askedToWait([4, 6], { rateLimit: { maxWait: 10_000 } }, status);
  expect((await enough.clock.run(enough.klaviyo.GET(path))).error).toBeUndefined();
  expect(enough.clock.now()).toBe(10_000);

  const tooShort = askedToWait([4, 7], { rateLimit: { maxWait: 10_000 } }, status);
  const { error } = await tooShort.clock.run(tooShort.klaviyo.GET(path));
  expect(error).toMatchObject({ status, retryAfter: 7 });
  expect([tooShort.sent(), tooShort.clock.now()]).toEqual([2, 4000]);
});

test("what a call waits in the limiter counts for its later attempts", async () => {
  const clock = virtualClock();
  const store = memoryStore({ clock });
  const options = { clock, rateLimit: { store, maxWait: 10_000 } };
  const { klaviyo: other } = askedToWait([4], { ...options, retry: false });
  await other.GET(path);
  const { klaviyo, sent } = askedToWait([7], options);
  const { error } = await clock.run(klaviyo.GET(path));
  expect(error).toMatchObject({ status: 429, retryAfter: 7 });
  expect([sent(), clock.now()]).toEqual([1, 4000]);
});

test("what retry waited counts in the limiter", async () => {
  const clock = virtualClock();
  const waits: number[] = [];
  let asked = 0;
  const store = { take: () => (++asked === 1 ? { release() {} } : 3000) };
  const { klaviyo } = askedToWait([8], {
    clock,
    rateLimit: { store, maxWait: 10_000 },
    onRateLimit: ({ wait = 0 }) => waits.push(wait),
  });
  const call = clock.run(klaviyo.GET(path));
  await expect(call).rejects.toMatchObject({ name: "RateLimitError", retryAfter: 3 });
  expect([clock.now(), waits]).toEqual([8000, []]);
});

test("a wait that nobody asked for is not bounded by maxWait", async () => {
  const clock = virtualClock();
  let sent = 0;
  const fetch = async () => (++sent === 1 ? new Response(null, { status: 500 }) : Response.json({ data: [] }));
  const retry = { random: () => 0.5, baseDelay: 4000 };
  const klaviyo = testClient({ clock, fetch, retry, rateLimit: { maxWait: 1000 } });
  expect((await clock.run(klaviyo.GET(path))).error).toBeUndefined();
  expect(clock.now()).toBe(2000);
});

test("a call's own maxDelay says how long it waits, in the limiter too", async () => {
  const { klaviyo, clock } = askedToWait([30], { retry: false });
  await klaviyo.GET(path);
  const refused = klaviyo.GET(path, { retry: { maxDelay: 29_999 } });
  await expect(refused).rejects.toMatchObject({ name: "RateLimitError", retryAfter: 30 });
  expect((await clock.run(klaviyo.GET(path, { retry: { maxDelay: 30_000 } }))).error).toBeUndefined();
  expect(clock.now()).toBe(30_000);

  const patient = askedToWait([600], { retry: { attempts: 1 } });
  await patient.klaviyo.GET(path);
  await patient.clock.run(patient.klaviyo.GET(path, { retry: { maxDelay: 600_000 } }));
  expect(patient.clock.now()).toBe(600_000);
});
