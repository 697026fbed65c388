import { afterEach, describe, expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock, type MockOptions } from "../create-mock.ts";
import { categoryInput, idOf, jobInput } from "../testing/inputs.ts";
import type { FaultText } from "./faults.ts";
import type { Listener } from "./listen.ts";

const headers = { authorization: "Klaviyo-API-Key pk_a", revision: "2026-07-15" };
const path = "/api/catalog-categories";
let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

type Send = (fault: string, init?: RequestInit, at?: string) => Promise<Response>;

async function start(how: "in process" | "over HTTP", options?: MockOptions) {
  const mock = createMock(options);
  if (how === "over HTTP") listener = await mock.listen();
  const url = listener?.url;
  const send: Send = (fault, init, at = path) => {
    const withFault = { ...init, headers: { ...headers, "x-mock-fault": fault, ...init?.headers } };
    return url === undefined ? mock.fetch(at, withFault) : fetch(url + at, withFault);
  };
  return { mock, send };
}

function create(send: Send, fault: string): Promise<Response> {
  const body = JSON.stringify({ data: categoryInput("A") });
  return send(fault, { method: "POST", body, headers: { "content-type": "application/json" } });
}

describe.each(["in process", "over HTTP"] as const)("%s", (how) => {
  test.each(["500", "502", "503", "504"])(
    "%s is an error of the API's form, and the work is not done",
    async (fault) => {
      const { mock, send } = await start(how);
      const response = await create(send, fault);
      expect(response.status).toBe(Number(fault));
      expect((await response.json()).errors[0].status).toBe(Number(fault));
      expect(mock.state.categories.size).toBe(0);
    },
  );

  test("429 and 503 say when to come back", async () => {
    const { send } = await start(how);
    expect((await send("429")).headers.get("retry-after")).toBe("1");
    expect((await send("429=7")).headers.get("retry-after")).toBe("7");
    expect((await send("503=3")).headers.get("retry-after")).toBe("3");
    expect((await send("503")).headers.has("retry-after")).toBe(false);
  });

  test("a connection reset before the work leaves nothing done, one after it leaves it done", async () => {
    const { mock, send } = await start(how);
    await expect(create(send, "reset-before")).rejects.toThrow("fetch failed");
    expect(mock.state.categories.size).toBe(0);
    await expect(create(send, "reset-after")).rejects.toThrow("fetch failed");
    expect(mock.state.categories.size).toBe(1);
    expect(mock.requests.map((request) => [request.fault, request.status])).toEqual([
      ["reset-before", undefined],
      ["reset-after", undefined],
    ]);
  });

  test.each([
    ["reset-after", 1],
    ["cut", 1],
    ["empty", 1],
    ["slow-body=1", 1],
    ["reset-before", 0],
    ["500", 0],
    ["429", 0],
    ["html=502", 0],
  ] as const)("a bulk submission with %s is done %d times", async (fault, times) => {
    const { send } = await start(how, { pace: { queued: 0, processing: 0 } });
    const jobs = "/api/catalog-category-bulk-create-jobs";
    const body = JSON.stringify(jobInput("category", "categories", "create", [categoryInput("A"), categoryInput("A")]));
    const lost = send(fault, { method: "POST", body, headers: { "content-type": "application/json" } }, jobs);
    await lost.then((response) => response.text()).catch(() => {});
    const list = async () => (await (await send("latency=0", {}, jobs)).json()).data;
    expect(await list()).toHaveLength(times);
    for (const { attributes } of await list()) {
      expect(attributes).toMatchObject({ status: "complete", completed_count: 1, failed_count: 1 });
      const pointer = "/data/attributes/categories/data/1/attributes/external_id";
      expect(attributes.errors).toMatchObject([{ source: { pointer } }]);
    }
  });

  test("a cut answer begins well and cannot be read to its end", async () => {
    const { mock, send } = await start(how);
    const response = await create(send, "cut");
    expect(response.status).toBe(201);
    await expect(response.text()).rejects.toThrow("terminated");
    expect(mock.state.categories.size).toBe(1);
  });

  test("an HTML page, an empty body and a wrong media type come as they are named", async () => {
    const { send } = await start(how);
    const html = await send("html");
    expect([html.status, html.headers.get("content-type")]).toEqual([403, "text/html; charset=utf-8"]);
    expect(await html.text()).toMatch(/^<!DOCTYPE html>/);
    expect((await send("html=502")).status).toBe(502);
    const empty = await send("empty");
    expect([empty.status, empty.headers.get("content-type"), await empty.text()]).toEqual([
      200,
      "application/vnd.api+json",
      "",
    ]);
    const typed = await send("media-type");
    expect([typed.headers.get("content-type"), (await typed.json()).data]).toEqual(["text/plain; charset=utf-8", []]);
  });

  test("latency holds the answer back and a slow body trickles, on the mock's clock", async () => {
    const clock = virtualClock();
    const { mock, send } = await start(how, { clock });
    const pending = send("latency=500, slow-body=10000");
    let settled = false;
    const watched = pending.then(() => {
      settled = true;
    });
    await until(() => mock.requests.length === 1);
    clock.advance(499);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(settled).toBe(false);
    clock.advance(1);
    const text = pending.then((response) => response.text());
    let whole: string | undefined;
    text.then((read) => {
      whole = read;
    });
    await until(() => {
      clock.advance(1_000);
      return whole !== undefined;
    });
    await watched;
    expect(JSON.parse(await text).data).toEqual([]);
    expect(clock.now() - (mock.requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(10_500);
  });

  test("an abort ends a wait", async () => {
    const { send } = await start(how, { clock: virtualClock() });
    await expect(send("latency=1", { signal: AbortSignal.timeout(20) })).rejects.toThrow(
      expect.objectContaining({ name: "TimeoutError" }),
    );
  });
});

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function statuses(rule: NonNullable<MockOptions["faults"]>[number], seed: number, count: number) {
  const mock = createMock({ seed, faults: [rule] });
  const answered: number[] = [];
  for (let i = 0; i < count; i++) answered.push((await mock.fetch(path, { headers })).status);
  return answered;
}

test("a storm begins late and passes", async () => {
  expect(await statuses({ play: "429", skip: 1, times: 2 }, 1, 5)).toEqual([200, 429, 429, 200, 200]);
});

test("chance is the same for the same seed, and another for another", async () => {
  const rule = { play: "500" as FaultText, probability: 0.5 };
  const first = await statuses(rule, 7, 40);
  expect(await statuses(rule, 7, 40)).toEqual(first);
  expect(await statuses(rule, 8, 40)).not.toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 500]));
});

test("a rule is for one operation or method, and can be taken back", async () => {
  const mock = createMock();
  mock.faults.add({ play: "500", operationId: "get_catalog_items" });
  mock.faults.add({ play: "503", method: "DELETE" });
  const status = async (method: string, at: string) => (await mock.fetch(at, { method, headers })).status;
  expect(await status("GET", "/api/catalog-items")).toBe(500);
  expect(await status("GET", path)).toBe(200);
  expect(await status("DELETE", `${path}/x`)).toBe(503);
  mock.faults.clear();
  expect(await status("GET", "/api/catalog-items")).toBe(200);
});

test("a fault that does not exist is refused, by the options and by the header", async () => {
  expect(() => createMock({ faults: [{ play: "flood" as FaultText }] })).toThrow(
    "'flood' is no fault; expected one of",
  );
  const { send } = await start("in process");
  const response = await send("503; now");
  expect(response.status).toBe(400);
  expect((await response.json()).errors[0].source.parameter).toBe("x-mock-fault");
});

test.each([
  ["html=1000", "html takes a status that has a body, from 200 to 599"],
  ["html=204", "html takes a status that has a body"],
  ["429=1.5", "429 takes whole seconds, from 0 to"],
  ["429=-1", "429 takes whole seconds"],
  ["latency=2147483648", "latency takes milliseconds, from 0 to 2147483647"],
  ["slow-body=1e12", "slow-body takes milliseconds"],
  ["cut=1", "cut takes no number"],
  ["constructor", "'constructor' is no fault"],
  ["500, 429", "'500' and '429' cannot both happen"],
  ["html, reset-before", "'html' and 'reset-before' cannot both happen"],
  ["reset-after, cut", "nobody would see 'cut' beside 'reset-after'"],
  ["empty, slow-body", "'slow-body' needs a body"],
  ["latency=1, latency=2", "'latency' cannot happen twice"],
])("%s is refused by the options, by the rules and by the header", async (play, message) => {
  expect(() => createMock({ faults: [{ play: play as FaultText }] })).toThrow(message);
  const { mock, send } = await start("over HTTP");
  expect(() => mock.faults.add({ play: play.split(", ") as FaultText[] })).toThrow(message);
  const response = await create(send, play);
  const { errors } = (await response.json()) as { errors: { detail: string; source: object }[] };
  expect([response.status, errors[0]?.source]).toEqual([400, { parameter: "x-mock-fault" }]);
  expect(errors[0]?.detail).toContain(message);
  expect(mock.state.categories.size).toBe(0);
});

test("faults that can happen together all happen", async () => {
  const clock = virtualClock();
  const { mock, send } = await start("in process", { clock });
  const response = clock.run(send("latency=1000, 503=2, media-type, slow-body=5000, cut"));
  const { status, headers: answered } = await response;
  expect([status, answered.get("retry-after"), answered.get("content-type")]).toEqual([
    503,
    "2",
    "text/plain; charset=utf-8",
  ]);
  await expect(clock.run((await response).text())).rejects.toThrow("terminated");
  expect(clock.now() - (mock.requests[0]?.at ?? 0)).toBe(6_000);
});

test("a rule whose faults cannot happen beside earlier ones lets the request pass, and waits", async () => {
  const mock = createMock({
    faults: [
      { play: "500", times: 1 },
      { play: "503", times: 1 },
    ],
  });
  const status = async () => (await mock.fetch(path, { headers })).status;
  expect([await status(), await status(), await status()]).toEqual([500, 503, 200]);
});

test("a rule that could never play behind one that always does is refused", async () => {
  const { faults, fetch } = createMock({ faults: [{ play: "500", operationId: "get_catalog_items" }] });
  const message = "could never play behind an earlier one, which always does: '500' and '429' cannot both happen";
  expect(() => faults.add({ play: "429", operationId: "get_catalog_items" })).toThrow(message);
  faults.add({ play: "429" });
  expect((await fetch("/api/catalog-categories", { headers })).status).toBe(429);
  expect(() => faults.add({ play: "503", method: "POST" })).toThrow("'429' and '503' cannot both happen");
  expect(() => faults.add({ play: "latency=1" })).not.toThrow();
  faults.clear();
  faults.add({ play: "500", method: "GET" });
  expect(() => faults.add({ play: "429", operationId: "get_catalog_items" })).toThrow(message);
  faults.clear();
  faults.add({ play: "503" });
});

test("an answer without a body is cut and slow, too", async () => {
  const clock = virtualClock();
  const mock = createMock({ clock, pace: { queued: 0, processing: 0 } });
  await mock.state.load({ categories: ["C1", "C2"].map((external_id) => ({ external_id, name: external_id })) });
  const remove = (id: string, fault: string) =>
    clock.run(
      mock.fetch(`/api/catalog-categories/${idOf(id)}`, {
        method: "DELETE",
        headers: { ...headers, "x-mock-fault": fault },
      }),
    );
  const began = clock.now();
  expect((await remove("C1", "slow-body=700")).status).toBe(204);
  expect(clock.now() - began).toBe(700);
  await expect(remove("C2", "cut, slow-body=300")).rejects.toThrow("fetch failed");
  expect(clock.now() - began).toBe(1_000);
  expect(mock.state.categories.size).toBe(0);
});

test.each([
  [{ operationId: "get_nothing" }, "'get_nothing', which is no operation"],
  [{ method: "get" }, "the method 'get'; expected one of "],
  [{ operationId: "get_catalog_items", method: "POST" }, "is for POST and 'get_catalog_items', which is GET"],
  [{ probability: 5 }, "probability is 5; expected a number from 0 to 1"],
  [{ probability: Number.NaN }, "probability is NaN"],
  [{ times: 0 }, "times 0"],
  [{ skip: -1 }, "skip -1"],
  [{ skip: Number.POSITIVE_INFINITY }, "skip Infinity"],
])("a rule that could never match is refused: %j", (rule, message) => {
  expect(() => createMock().faults.add({ play: "500", ...rule })).toThrow(message);
});
