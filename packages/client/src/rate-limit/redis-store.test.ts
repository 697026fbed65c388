import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isPermit, type Permit, type RateLimitStore } from "./rate-limit-store.ts";
import { releaseScript, takeScript } from "./redis-scripts.ts";
import { type RedisClient, type RedisStoreOptions, redisStore } from "./redis-store.ts";

// What the scripts do is tested with a real Redis: `pnpm test:redis`.

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const limits = { burst: 75, steady: 750 };

function storeOf(answer: () => unknown, options: Partial<RedisStoreOptions> = {}) {
  const evals: unknown[][] = [];
  const client = {
    async eval(...args: unknown[]) {
      evals.push(args);
      return answer();
    },
  };
  return { store: redisStore({ client: client as RedisClient, ...options }), evals, client };
}

async function permitOf(store: RateLimitStore): Promise<Permit> {
  const answer = await store.take("op", limits);
  if (!isPermit(answer)) throw new Error(`no permit but ${answer}`);
  return answer;
}

test("asks ioredis once, with the keys of the operation and both limits", async () => {
  const { store, evals } = storeOf(() => 0);
  await permitOf(store);
  const id = expect.stringMatching(/^[\w-]{36}:0$/);
  expect(evals).toEqual([
    [takeScript, 3, "{klaviyo:op}:state", "{klaviyo:op}:slots", "{klaviyo:op}:calls", id, "75", "750"],
  ]);
  await store.take("op", {});
  expect(evals[1]?.slice(5)).toEqual([expect.stringMatching(/:1$/), "1000000000000000", "1000000000000000"]);
});

test("asks the package redis in its own way", async () => {
  const evals: unknown[][] = [];
  const client: RedisClient = {
    evalSha: () => {},
    async eval(...args: unknown[]) {
      evals.push(args);
      return 0;
    },
  };
  await permitOf(redisStore({ client, keyPrefix: "shop" }));
  const keys = ["{shop:op}:state", "{shop:op}:slots", "{shop:op}:calls"];
  expect(evals).toEqual([[takeScript, { keys, arguments: [expect.stringMatching(/:0$/), "75", "750"] }]]);
});

test("stores of two processes never use the same id", async () => {
  const [one, other] = [storeOf(() => 0), storeOf(() => 0)];
  await permitOf(one.store);
  await permitOf(other.store);
  expect(one.evals[0]?.[5]).not.toBe(other.evals[0]?.[5]);
});

test("passes on how long to wait, also from a client that answers with strings", async () => {
  expect(await storeOf(() => 250).store.take("op", limits)).toBe(250);
  expect(await storeOf(() => "250").store.take("op", limits)).toBe(250);
  expect(await storeOf(() => "0").store.take("op", limits)).toHaveProperty("release");
});

test.each([
  [undefined, ["answered", "1000", "", "", ""]],
  [{}, ["answered", "1000", "", "", ""]],
  [{ sent: true }, ["answered", "1000", "", "", ""]],
  [{ sent: false }, ["unsent", "1000", "", "", ""]],
  [{ status: 200, headers: new Headers({ "ratelimit-limit": "750" }) }, ["answered", "1000", "750", "", ""]],
  [
    { status: 200, headers: new Headers({ "ratelimit-remaining": "0", "ratelimit-reset": "12" }) },
    ["answered", "1000", "", "0", "12"],
  ],
  [{ status: 200, headers: new Headers({ "ratelimit-limit": "-1" }) }, ["answered", "1000", "", "", ""]],
  [{ status: 429, headers: new Headers({ "retry-after": "0" }) }, ["refused", "0", "", "", ""]],
  [{ status: 429, headers: new Headers({ "retry-after": "Infinity" }) }, ["refused", "1000", "", "", ""]],
  [{ status: 429, headers: new Headers({ "retry-after": "3600" }) }, ["refused", "3600000", "", "", ""]],
])("tells Redis how a call ended: %o", async (end, told) => {
  const { store, evals } = storeOf(() => 0);
  (await permitOf(store)).release(end);
  const [script, , ...rest] = evals[1] as unknown[];
  expect(script).toBe(releaseScript);
  expect(rest.slice(0, 4)).toEqual(evals[0]?.slice(2, 6));
  expect(rest.slice(4)).toEqual(told);
});

test("a release that fails harms nobody", async () => {
  const answers = [() => 0, () => Promise.reject(new Error("gone"))];
  const { store } = storeOf(() => answers.shift()?.());
  (await permitOf(store)).release();
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toEqual([]);
});

test("a failing Redis makes the call fail, with the client's error as cause", async () => {
  const cause = new Error("ECONNREFUSED");
  const { store } = storeOf(() => Promise.reject(cause));
  await expect(store.take("op", limits)).rejects.toMatchObject({
    message: "The rate limit's store in Redis failed for op: ECONNREFUSED",
    cause,
  });
  expect(vi.getTimerCount()).toBe(0);
});

test("a client that throws at once is no different", async () => {
  const client: RedisClient = {
    eval: () => {
      throw new Error("closed");
    },
  };
  await expect(redisStore({ client }).take("op", limits)).rejects.toThrow("failed for op: closed");
});

test.each([
  [undefined, 2000],
  [300, 300],
])(
  "a Redis that does not answer makes the call fail in time, and a late permit is given back",
  async (timeout, time) => {
    let answer: (wait: number) => void = () => {};
    const { store, evals } = storeOf(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      { timeout },
    );
    const failed = expect(store.take("op", limits)).rejects.toThrow(`failed for op: no answer within ${time} ms`);
    await vi.advanceTimersByTimeAsync(time - 1);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await failed;
    expect(evals).toHaveLength(1);
    answer(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(evals[1]?.slice(6)).toEqual(["unsent", "1000", "", "", ""]);
  },
);

test("with a fallback, calls go on with that, and Redis is asked again after the timeout", async () => {
  let away = true;
  const { store, evals } = storeOf(() => (away ? Promise.reject(new Error("away")) : 42), {
    timeout: 500,
    fallback: { take: (operation, { burst }) => (operation === "op" && burst === 75 ? 7 : 8) },
  });
  expect(await store.take("op", limits)).toBe(7);
  away = false;
  await vi.advanceTimersByTimeAsync(499);
  expect(await store.take("op", limits)).toBe(7);
  expect(evals).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await store.take("op", limits)).toBe(42);
  expect(evals).toHaveLength(2);
});
