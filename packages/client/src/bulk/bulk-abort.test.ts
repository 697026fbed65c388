import { createMock } from "@org/mock";
import { expect, onTestFinished, test } from "vitest";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { createClient } from "../generated/2026-07-15.ts";
import type { RateLimitStore } from "../rate-limit/rate-limit-store.ts";
import { ownCategories } from "../testing/bulk-world.ts";
import { bulk } from "./bulk.ts";
import type { BulkOutcome } from "./records/bulk-outcome.ts";
import type { BulkOptions } from "./run/bulk-options.ts";

const records = ownCategories(2000);

function memoryCheckpoint(): Checkpoint {
  const entries = new Map<string, string>();
  return {
    read: () => new Map(entries),
    write(changes) {
      for (const [key, value] of changes) value === undefined ? entries.delete(key) : entries.set(key, value);
    },
  };
}

/** A client in front of a mock over HTTP that takes a while to answer a submission. */
async function overHttp(clientOptions: ClientOptions = {}) {
  const mock = createMock({ pace: { queued: 100, processing: 500 } });
  const { url: baseUrl, close } = await mock.listen();
  onTestFinished(close);
  mock.faults.add({ method: "POST", play: "latency=300" });
  const klaviyo = createClient({ apiKey: "pk_test", baseUrl, ...clientOptions });
  const requests = (method: string) => mock.requests.filter((request) => request.method === method).length;

  /** Takes outcomes until the run ends, and what it ends with. */
  const attempt = async (options: BulkOptions): Promise<{ outcomes: BulkOutcome<object>[]; error: unknown }> => {
    const outcomes: BulkOutcome<object>[] = [];
    try {
      for await (const outcome of bulk(klaviyo, "create", "catalog-category", records, options)) outcomes.push(outcome);
    } catch (error) {
      return { outcomes, error };
    }
    return { outcomes, error: undefined };
  };
  /** Aborts as soon as a job was accepted; others are on their way then. */
  const abortedAttempt = async (options: BulkOptions) => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const { outcomes, error } = await attempt({ ...options, signal: controller.signal, onProgress });
    expect(error).toMatchObject({ name: "AbortError" });
    return outcomes;
  };
  return { mock, requests, attempt, abortedAttempt };
}

const codesOf = (outcomes: BulkOutcome<object>[]) =>
  new Set(outcomes.map(({ status, error }) => (error ? `${status} ${error.code}` : status)));

test("submissions that are on their way at an abort are answered: no record of theirs is unknown", async () => {
  const { mock, requests, abortedAttempt } = await overHttp();
  const outcomes = await abortedAttempt({});
  expect(outcomes).toHaveLength(2000);
  expect(codesOf(outcomes)).toEqual(new Set(["done"]));
  expect(mock.state.categories.size).toBe(2000);
  // Nothing was in doubt, so nothing was looked for.
  expect(requests("POST")).toBe(20);
  expect(requests("GET")).toBeLessThan(10);
});

test("what an abort keeps from being sent is sent by the next run, and nothing twice", async () => {
  const { mock, requests, attempt, abortedAttempt } = await overHttp();
  const checkpoint = memoryCheckpoint();
  const first = await abortedAttempt({ checkpoint, jobsInProgress: 8 });
  expect(codesOf(first)).toEqual(new Set(["done"]));
  const done = first.filter(({ status }) => status === "done");
  expect(done).toHaveLength(800);
  expect(mock.state.categories.size).toBe(800);
  const before = requests("GET");
  const second = await attempt({ checkpoint });
  expect([second.error, second.outcomes.length]).toEqual([undefined, 1200]);
  expect(codesOf(second.outcomes)).toEqual(new Set(["done"]));
  expect(new Set([...done, ...second.outcomes].map(({ index }) => index)).size).toBe(2000);
  expect([mock.state.categories.size, requests("POST")]).toEqual([2000, 20]);
  expect(requests("GET") - before).toBeLessThan(10);
});

test("submissions that wait for the rate limit at an abort are taken back, and are not waited for", async () => {
  const permits = { left: 5 };
  const store: RateLimitStore = {
    take: (operation) => (!operation.startsWith("POST") || permits.left-- > 0 ? { release() {} } : 60_000),
  };
  const { mock, requests, attempt, abortedAttempt } = await overHttp({ rateLimit: { store } });
  const checkpoint = memoryCheckpoint();
  const began = performance.now();
  const first = await abortedAttempt({ checkpoint });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(codesOf(first)).toEqual(new Set(["done", "unknown not_sent"]));
  expect([mock.state.categories.size, requests("POST")]).toEqual([500, 5]);
  permits.left = 100;
  const second = await attempt({ checkpoint });
  expect([second.error, second.outcomes.length, codesOf(second.outcomes)]).toEqual([
    undefined,
    1500,
    new Set(["done"]),
  ]);
  expect([mock.state.categories.size, requests("POST")]).toEqual([2000, 20]);
});

test("an answer that does not come within the timeout of an abort is not waited for", async () => {
  const { abortedAttempt } = await overHttp();
  const outcomes = await abortedAttempt({ timeout: 0 });
  expect(codesOf(outcomes)).toContain("unknown not_settled");
});
