import { once } from "node:events";
import { get } from "node:http";
import { connect } from "node:net";
import { json } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, jobInput } from "../testing/inputs.ts";
import { operationOf } from "../testing/operation-of.ts";
import type { Listener } from "./listen.ts";

let listener: Listener;
afterEach(() => listener.close());

async function start(options?: Parameters<typeof createMock>[0]) {
  const mock = createMock(options);
  listener = await mock.listen();
  const call = createCaller({ fetch: (path, init) => fetch(new URL(String(path), listener.url), init) });
  return { mock, call };
}

test("a category job goes from queued through processing to complete over HTTP", async () => {
  const { mock, call } = await start({ pace: { queued: 60_000, processing: 60_000 } });
  const records = [categoryInput("A"), categoryInput("B"), categoryInput("A")];
  const path = "/api/catalog-category-bulk-create-jobs";
  const submitted = await call("POST", path, jobInput("category", "categories", "create", records));
  expect(submitted.status).toBe(202);
  const job = () => call("GET", `${path}/${submitted.body.data.id}?include=categories&fields[catalog-category]=name`);
  expect((await job()).body.data.attributes.status).toBe("queued");
  mock.clock.advance(100_000);
  expect((await job()).body.data.attributes).toMatchObject({ status: "processing", completed_count: 2 });
  mock.clock.advance(30_000);
  const { body, headers } = await job();
  expect(body.data.attributes).toMatchObject({ status: "complete", completed_count: 2, failed_count: 1 });
  expect(body.data.attributes.errors[0].source.pointer).toBe(
    "/data/attributes/categories/data/2/attributes/external_id",
  );
  expect(body.included.map((one: { id: string; attributes: object }) => [one.id, one.attributes])).toEqual([
    [idOf("A"), { name: "Category A" }],
    [idOf("B"), { name: "Category B" }],
  ]);
  expect(headers.get("content-type")).toBe("application/vnd.api+json");
  expect(headers.get("ratelimit-limit")).toBe(`${operationOf("get_bulk_create_categories_job").rateLimit.steady}`);
});

test("links lead back to the server that gave them", async () => {
  const { call } = await start();
  const { body } = await call("POST", "/api/catalog-categories", { data: categoryInput("50% off/sale:::ü") });
  expect(new URL(body.data.links.self).origin).toBe(listener.url);
  const again = await call("GET", new URL(body.data.links.self).pathname);
  expect(again.body.data.id).toBe(idOf("50% off/sale:::ü"));
});

test("the server and the in-process fetch share one state", async () => {
  const { mock, call } = await start();
  await createCaller(mock)("POST", "/api/catalog-categories", { data: categoryInput("A") });
  expect((await call("GET", "/api/catalog-categories")).body.data[0].id).toBe(idOf("A"));
  expect(mock.state.categories.get(idOf("A"))?.attributes.name).toBe("Category A");
});

test("a closed server takes no more connections, and closing it again does nothing", async () => {
  const { call } = await start();
  expect((await call("GET", "/api/catalog-categories")).status).toBe(200);
  await listener.close();
  await expect(fetch(listener.url)).rejects.toThrow("fetch failed");
  await listener.close();
});

test("closing lets an answer under way finish", async () => {
  const clock = virtualClock();
  const { mock, call } = await start({ clock });
  const answer = call("GET", "/api/catalog-categories", undefined, { "x-mock-fault": "latency=1000" });
  await vi.waitFor(() => expect(mock.requests).toHaveLength(1));
  const closed = listener.close();
  clock.advance(1_000);
  expect((await answer).status).toBe(200);
  await closed;
});

test("who goes away while the mock waits is not waited for", async () => {
  const { mock, call } = await start({ clock: virtualClock() });
  const caller = new AbortController();
  const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15", "x-mock-fault": "latency=1000" };
  const answer = fetch(`${listener.url}/api/catalog-categories`, { headers, signal: caller.signal });
  await vi.waitFor(() => expect(mock.requests).toHaveLength(1));
  caller.abort(new Error("enough"));
  await expect(answer).rejects.toThrow("enough");
  await vi.waitFor(() => expect(mock.requests[0]?.duration).toBe(0));
  expect(mock.requests[0]?.status).toBeUndefined();
  expect((await call("GET", "/api/catalog-categories")).status).toBe(200);
});

test("who goes away in the middle of a body is not told of a bug", async () => {
  const { mock } = await start();
  const socket = connect(Number(new URL(listener.url).port), "127.0.0.1");
  const head = [
    "POST /api/catalog-categories HTTP/1.1",
    "Host: 127.0.0.1",
    "Authorization: Klaviyo-API-Key pk_test",
    "Revision: 2026-07-15",
    "Content-Type: application/json",
    "Content-Length: 100",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n{"data":`);
  await vi.waitFor(() => expect(mock.requests[0]?.operationId).toBe("create_catalog_category"));
  socket.destroy();
  await vi.waitFor(() => expect(mock.requests[0]).toHaveProperty("duration"));
  expect(mock.requests[0]).not.toHaveProperty("status");
});

test("a connection that nobody has used does not hold up the end", async () => {
  await start();
  const socket = connect(Number(new URL(listener.url).port), "127.0.0.1");
  await once(socket, "connect");
  await listener.close();
  await once(socket.resume(), "close");
});

test("a proxy's request names a whole URL, and a host that is none is refused", async () => {
  await start();
  const { hostname, port } = new URL(listener.url);
  const send = async (path: string, host: string) => {
    const headers = { host, authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
    const [response] = await once(get({ hostname, port, path, headers }), "response");
    return [response.statusCode, await json(response)];
  };
  const path = "/api/catalog-categories";
  expect(await send(`https://a.klaviyo.com${path}`, "a.klaviyo.com")).toMatchObject([
    200,
    { links: { self: `https://a.klaviyo.com${path}` } },
  ]);
  expect(await send(path, "no host")).toMatchObject([
    400,
    { errors: [{ detail: `'http://no host${path}' is not a URL.` }] },
  ]);
});

test("a port that is taken is an error that says so", async () => {
  const { mock } = await start();
  await expect(mock.listen({ port: Number(new URL(listener.url).port) })).rejects.toThrow("EADDRINUSE");
});
