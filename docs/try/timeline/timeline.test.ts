import { type Client, type ClientOptions, createClient } from "@org/client";
import { createMock, type MockOptions, virtualClock } from "@org/mock";
import { expect, test } from "vitest";
import { describeCall, layoutOf } from "./layout.ts";
import { Timeline } from "./timeline.ts";
import { CallWatch } from "./watch-calls.ts";

/** A client whose calls are watched, on the mock's time. */
function watched(mockOptions: MockOptions, options: ClientOptions = {}) {
  const clock = virtualClock();
  const mock = createMock({ clock, ...mockOptions });
  const timeline = new Timeline(() => clock.now());
  const watch = new CallWatch(timeline, () => {});
  const fetch: NonNullable<ClientOptions["fetch"]> = async (url, { method, headers, body = null }) => {
    const answer = mock.fetch(url, { method, headers, body });
    const record = mock.requests.at(-1);
    watch.onSend({ method, url, headers, fault: () => record?.fault });
    return answer;
  };
  const klaviyo: Client = createClient({ apiKey: "pk_secret", clock, fetch, ...watch.hooks, ...options });
  return { clock, klaviyo, timeline, watch };
}

test("an attempt that is told to come back later is a failed attempt, a pause, and an attempt that is answered", async () => {
  const { clock, klaviyo, timeline } = watched({ faults: [{ play: "503=3", times: 1 }, { play: "latency=100" }] });
  const began = clock.now();
  await clock.run(klaviyo.GET("/api/catalog-items"));
  expect(timeline.calls).toHaveLength(1);
  expect(timeline.calls[0]?.spans).toEqual([
    { kind: "attempt", from: began, to: began + 100, attempt: 1, result: 503, fault: "503, latency" },
    { kind: "pause", from: began + 100, to: began + 3_100 },
    { kind: "attempt", from: began + 3_100, to: began + 3_200, attempt: 2, result: 200, fault: "latency" },
  ]);
});

test("calls above the burst limit wait in the limiter, each in a row of its own", async () => {
  const { clock, klaviyo, timeline } = watched({});
  const calls = Array.from({ length: 400 }, () => klaviyo.GET("/api/catalog-items"));
  await clock.run(Promise.all(calls));
  expect(timeline.calls).toHaveLength(400);
  const waited = timeline.calls.filter(({ spans }) => spans[0]?.kind === "limiter");
  const burst = klaviyo.operations.profiles[klaviyo.operations.paths["/api/catalog-items"]?.GET ?? 0]?.burst ?? 0;
  expect(waited).toHaveLength(400 - burst);
  for (const { spans } of timeline.calls)
    expect(spans.at(-1)).toMatchObject({ kind: "attempt", attempt: 1, result: 200 });
  for (const { spans } of waited) expect(spans[0]?.to).toBe(spans[1]?.from);
}, 30_000);

test("calls to one URL that fail at once keep their own attempts", async () => {
  const { clock, klaviyo, timeline } = watched({ faults: [{ play: "500", probability: 0.5 }] });
  await clock.run(Promise.all(Array.from({ length: 20 }, () => klaviyo.GET("/api/catalog-items"))));
  expect(timeline.calls).toHaveLength(20);
  for (const { spans } of timeline.calls) {
    const attempts = spans.filter(({ kind }) => kind === "attempt");
    expect(attempts.map(({ attempt }) => attempt)).toEqual(attempts.map((_, index) => index + 1));
    for (const [index, span] of spans.slice(1).entries()) expect(span.from).toBeCloseTo(spans[index]?.to ?? 0, 6);
  }
});

test("a retried call that has to wait for the limit, too, goes on in its row", async () => {
  const { clock, klaviyo, timeline } = watched({ faults: [{ play: "429=1", skip: 349, times: 1 }] });
  await clock.run(Promise.all(Array.from({ length: 360 }, () => klaviyo.GET("/api/catalog-items"))));
  expect(timeline.calls).toHaveLength(360);
  const attempts = timeline.calls.flatMap(({ spans }) => spans.filter(({ kind }) => kind === "attempt"));
  expect(attempts).toHaveLength(361);
}, 30_000);

test("what was sent and answered is kept, without the credential", async () => {
  const { clock, klaviyo, timeline, watch } = watched({ faults: [{ play: "reset-before", times: 1 }] });
  await clock.run(klaviyo.GET("/api/catalog-items"));
  const [first, , second] = timeline.calls[0]?.spans ?? [];
  expect(first && watch.exchangeOf(first)?.error).toContain("connection");
  expect(second && watch.exchangeOf(second)?.response?.status).toBe(200);
  expect(watch.last).toBe(second);
  expect(JSON.stringify(second && watch.exchangeOf(second))).toContain('"authorization":"Klaviyo-API-Key ••••••••"');
  expect(JSON.stringify([first, second].map((span) => span && watch.exchangeOf(span)))).not.toContain("pk_secret");
});

test("bars stand where their time is, in percent of the whole, and what lasts ends now", () => {
  const call = {
    id: 1,
    method: "GET",
    url: "https://shop.example/",
    spans: [
      { kind: "attempt" as const, from: 100, to: 600, attempt: 1, result: 500 },
      { kind: "pause" as const, from: 600, to: 1_100 },
      { kind: "attempt" as const, from: 1_100, attempt: 2 },
    ],
  };
  const { rows, ticks } = layoutOf([call], 2_100);
  expect(rows[0]?.bars.map(({ tone, left, width }) => [tone, left, width])).toEqual([
    ["bad", 0, 25],
    ["pause", 25, 25],
    ["open", 50, 50],
  ]);
  expect(ticks.map(({ at, label }) => `${at} ${label}`)).toEqual([
    "0 0 ms",
    "25 500 ms",
    "50 1 s",
    "75 1.5 s",
    "100 2 s",
  ]);
  expect(describeCall(call)).toBe(
    "attempt 1: 500 after 500 ms, then paused 500 ms before the next attempt, then attempt 2 is under way",
  );
  expect(layoutOf([], 5).rows).toEqual([]);
});
