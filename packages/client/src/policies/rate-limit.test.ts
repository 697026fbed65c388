import { expect, test, vi } from "vitest";
import type { OperationTable } from "../operations/operation-table.ts";
import { memoryStore } from "../rate-limit/memory-store.ts";
import type { Permit, RateLimitStore } from "../rate-limit/rate-limit-store.ts";
import { attempt } from "../testing/attempt.ts";
import { table } from "../testing/table.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import type { AttemptInit, Fetch } from "./policy.ts";
import { type RateLimitEvent, type RateLimitOptions, rateLimit } from "./rate-limit.ts";

const two: OperationTable = { ...table, profiles: table.profiles.map((all) => ({ ...all, burst: 2, steady: 4 })) };
const items = "https://a.klaviyo.com/api/catalog-items";

function limited(answer: Fetch = async () => new Response(), options: RateLimitOptions = {}) {
  const clock = virtualClock();
  const sent: [time: number, url: string][] = [];
  const waits: RateLimitEvent[] = [];
  const send = rateLimit(two, { clock, onRateLimit: (event) => waits.push(event), ...options })(async (url, init) => {
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
  const told = { method: "GET", operation: "GET /api/catalog-items" };
  expect(waits).toEqual([
    { ...told, url: `${items}#3`, wait: 1000 },
    { ...told, url: `${items}#4`, wait: 1000 },
    { ...told, url: `${items}#3`, waited: 1000 },
    { ...told, url: `${items}#4`, waited: 1000 },
  ]);
  await clock.run(send(`${items}#5`));
  expect(waits.slice(4)).toEqual([
    { ...told, url: `${items}#5`, wait: 60_000 },
    { ...told, url: `${items}#5`, waited: 60_000 },
  ]);
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

test("nobody goes before the time that Retry-After names, and its call's slot is not lost", async () => {
  let refusals = 1;
  const { clock, send, sent } = limited(async () =>
    refusals-- > 0 ? new Response(null, { status: 429, headers: { "retry-after": "7" } }) : new Response(),
  );
  expect((await send(items)).status).toBe(429);
  await clock.run(send(items));
  expect(sent.map(([time]) => time)).toEqual([0, 7000]);
});

test("an error of the transport gives its slot back in time and passes through", async () => {
  const { clock, send, sent } = limited(async () => {
    throw new TypeError("fetch failed");
  });
  const calls = Promise.allSettled([1, 2, 3].map(() => send(items)));
  const results = await clock.run(calls);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(sent.map(([time]) => Math.floor(time / 1000))).toEqual([0, 0, 1]);
});

test("a call that is aborted takes no slot, whether it waits, is let go, or goes at once", async () => {
  const { clock, send, sent, waits } = limited();
  await expect(send(items, { signal: AbortSignal.abort("before") })).rejects.toBe("before");
  await Promise.all([send(items), send(items)]);
  const [early, late] = [new AbortController(), new AbortController()];
  const calls = [send(`${items}#early`, { signal: early.signal }), send(`${items}#late`, { signal: late.signal })];
  const refused = [expect(calls[0]).rejects.toBe("early"), expect(calls[1]).rejects.toBe("late")];
  early.abort("early");
  // As soon as it has its permit, and before it is sent.
  clock.after(1000, () => late.abort("late"));
  await clock.run(Promise.all(refused));
  expect(waits.at(-1)).toMatchObject({ url: `${items}#late`, waited: 1000 });
  await clock.run(Promise.all([send(items), send(items)]));
  expect(sent.map(([time]) => time)).toEqual([0, 0, 1000, 1000]);
});

test("a store is asked for a key that is the same in all revisions, and told how each call ended", async () => {
  const asked: unknown[][] = [];
  const ended: unknown[] = [];
  const store: RateLimitStore = {
    async take(...args) {
      asked.push(args);
      return { release: (end) => ended.push(end) };
    },
  };
  const paths = {
    "/api/catalog-items/{item_id}/variants/": { GET: 0 },
    "/api/catalog-items/{id}/variants": { GET: 0 },
  };
  const answer = new Response();
  const answers: Fetch[] = [
    async () => answer,
    async (_, init) => {
      init.onSend?.();
      throw new TypeError("fetch failed");
    },
    () => Promise.reject(new RangeError("no token")),
  ];
  const send = rateLimit({ ...two, paths }, { store })((url, init) => (answers.shift() as Fetch)(url, init));
  expect(await send(...attempt(`${items}/1/variants/`))).toBe(answer);
  await expect(send(...attempt(`${items}/2/variants`))).rejects.toThrow("fetch failed");
  await expect(send(...attempt(`${items}/2/variants`))).rejects.toThrow("no token");
  const limits = expect.objectContaining({ burst: 2, steady: 4 });
  expect(asked).toEqual([
    ["GET /api/catalog-items/{}/variants", limits],
    ["GET /api/catalog-items/{}/variants", limits],
    ["GET /api/catalog-items/{}/variants", limits],
  ]);
  // What failed before it was sent is given back.
  expect(ended).toEqual([answer, { sent: true }, { sent: false }]);
});

test("clients of two revisions that share a store stay within the smaller limits", async () => {
  const clock = virtualClock();
  const store = memoryStore({ clock });
  const sent: number[] = [];
  const client = (steady: number, path: string) => {
    const operations = { ...two, profiles: [{ accept: "", burst: 3, steady }], paths: { [path]: { GET: 0 } } };
    return rateLimit(operations, { clock, store })(async () => {
      sent.push(clock.now());
      return new Response();
    });
  };
  const [old, current] = [client(4, "/api/catalog-items/{id}/"), client(6, "/api/catalog-items/{item_id}")];
  const calls = [1, 2, 3, 4].flatMap((id) => [
    current(...attempt(`${items}/${id}`)),
    old(...attempt(`${items}/${id}/`)),
  ]);
  await clock.run(Promise.all(calls));
  expect(sent.map((time) => Math.floor(time / 1000))).toEqual([0, 0, 0, 1, 61, 61, 61, 62]);
});

test("an operation without limits is sent at once, and one with one of them is limited", async () => {
  const clock = virtualClock();
  const take = vi.fn(() => ({ release() {} }));
  const send = (limits: { burst?: number; steady?: number }) => {
    const operations = { ...table, profiles: [{ accept: "", ...limits }] };
    return rateLimit(operations, { clock, store: { take } })(async () => new Response())(...attempt(items));
  };
  await send({});
  expect(take).not.toHaveBeenCalled();
  await send({ burst: 1 });
  await send({ steady: 1 });
  expect(take).toHaveBeenCalledTimes(2);
});

test("a wait that the API asks for and that is too long fails every call that asks, at once", async () => {
  const { clock, send, sent } = limited(
    async () => new Response(null, { status: 429, headers: { "retry-after": "3600" } }),
  );
  await send(items);
  for (const call of [send(items), send(items)]) {
    await expect(call).rejects.toMatchObject({
      name: "RateLimitError",
      operation: "GET /api/catalog-items",
      retryAfter: 3600,
    });
  }
  expect(sent).toHaveLength(1);
  expect(clock.pending()).toBe(0);
});

test.each<[Partial<RateLimitOptions>, number, boolean]>([
  [{}, 120, true],
  [{}, 121, false],
  [{ maxWait: undefined, maxDelay: undefined }, 120, true],
  [{ maxDelay: 10_000 }, 10, true],
  [{ maxDelay: 10_000 }, 11, false],
  [{ maxDelay: 10_000, maxWait: 60_000 }, 60, true],
  [{ maxWait: 60_000 }, 61, false],
  [{ maxWait: Number.POSITIVE_INFINITY }, 2_592_000, true],
])("with %o a Retry-After of %d seconds is waited for: %s", async (options, seconds, waits) => {
  const refusal = new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
  const { clock, send } = limited(async () => refusal, options);
  await send(items);
  const call = clock.run(send(items));
  if (waits) await call;
  else await expect(call).rejects.toMatchObject({ name: "RateLimitError", retryAfter: seconds });
  expect(clock.now()).toBe(waits ? seconds * 1000 : 0);
});

test("5,000 calls at once all get through, minute after minute", async () => {
  const clock = virtualClock();
  const operations = { ...table, profiles: table.profiles.map((all) => ({ ...all, burst: 75, steady: 750 })) };
  const send = rateLimit(operations, { clock })(async () => new Response());
  const calls = Array.from({ length: 5000 }, (_, id) => send(...attempt(`${items}/${id}`, { method: "PATCH" })));
  const answers = await clock.run(Promise.all(calls));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  // Without headers, a minute of silence follows the ten seconds of a minute's calls.
  expect(Math.floor(clock.now() / 60_000)).toBe(7);
});

test("20 calls at a store that takes 200 ms wait for 200 ms", async () => {
  const clock = virtualClock();
  const store: RateLimitStore = {
    take: () => new Promise((resolve) => clock.after(200, () => resolve({ release() {} }))),
  };
  const told = vi.fn();
  const send = rateLimit(table, { clock, store, onRateLimit: told })(async () => new Response());
  await clock.run(Promise.all(Array.from({ length: 20 }, () => send(...attempt(items)))));
  expect(clock.now()).toBe(200);
  expect(told).not.toHaveBeenCalled();
});

test("a store that hangs ends with the call's signal, and with no call after it", async () => {
  const takes = [new Promise<never>(() => {}), { release() {} }];
  const store: RateLimitStore = { take: () => takes.shift() as Permit };
  const send = rateLimit(two, { store })(async () => new Response());
  const controller = new AbortController();
  const hung = send(...attempt(items, { signal: controller.signal }));
  controller.abort("no longer needed");
  await expect(hung).rejects.toBe("no longer needed");
  expect((await send(...attempt(items))).status).toBe(200);
});

test("a store that fails makes that call fail, and a hook that throws none", async () => {
  const takes = [() => Promise.reject(new Error("no connection to Redis")), () => 5, () => ({ release() {} })];
  const store: RateLimitStore = { take: () => takes.shift()?.() as Permit };
  const clock = virtualClock();
  const logged = vi.spyOn(console, "error").mockReturnValue();
  const onRateLimit = () => {
    throw new Error("a hook");
  };
  const send = rateLimit(two, { clock, store, onRateLimit })(async () => new Response());
  await expect(send(...attempt(items))).rejects.toThrow("no connection to Redis");
  expect((await clock.run(send(...attempt(items)))).status).toBe(200);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test("an answer whose headers are nonsense holds nobody back for longer than a second", async () => {
  const words = ["Infinity", "1, 2", "soon", "-1", "", "1784376000", "1e9", "NaN"];
  for (const word of words) {
    const headers = {
      "retry-after": word,
      "ratelimit-limit": word,
      "ratelimit-remaining": word,
      "ratelimit-reset": word,
    };
    for (const status of [200, 429, 503]) {
      const { clock, send } = limited(async () => new Response(null, { status, headers }));
      await send(items);
      await clock.run(send(items));
      expect([word, clock.now()]).toEqual([word, status === 429 ? 1000 : 0]);
      expect(clock.pending()).toBe(0);
    }
  }
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
