import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { assert, asyncProperty, constantFrom, string, tuple, uint8Array } from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMock, type Mock, type MockOptions } from "../create-mock.ts";
import { type Call, createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, itemInput, jobInput } from "../testing/inputs.ts";
import { sendRaw } from "../testing/raw-socket.ts";
import type { Listener } from "./listen.ts";

let mock: Mock;
let listener: Listener;
let call: Call;
beforeEach(() => start());
afterEach(() => listener.close());

async function start(options?: MockOptions) {
  await listener?.close();
  mock = createMock({ limits: false, ...options });
  listener = await mock.listen();
  call = createCaller({ fetch: (path, init) => fetch(new URL(String(path), listener.url), init) });
}

const credentials = "Authorization: Klaviyo-API-Key pk_test\r\nRevision: 2026-07-15\r\n";
const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
const json = { ...headers, "content-type": "application/json" };

async function expectAlive() {
  expect((await call("GET", "/api/catalog-items")).status).toBe(200);
}

function post(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  return fetch(listener.url + path, { method: "POST", headers: json, body });
}

describe("what is no request", () => {
  test.each([
    ["a target that is no URL", "GET http://[ HTTP/1.1\r\nHost: x\r\n"],
    ["an asterisk", "OPTIONS * HTTP/1.1\r\nHost: x\r\n"],
    ["a Host that is none", "GET /api/catalog-items HTTP/1.1\r\nHost: a b:c\r\n"],
    ["a Host with a path", "GET /api/catalog-items HTTP/1.1\r\nHost: a/b\r\n"],
    ["a Host with a query", "GET /api/catalog-items HTTP/1.1\r\nHost: a?b\r\n"],
    ["a Host with a user", "GET /api/catalog-items HTTP/1.1\r\nHost: u:p@h\r\n"],
    [
      "a preflight of no URL",
      "OPTIONS http://[ HTTP/1.1\r\nHost: x\r\nOrigin: http://y\r\nAccess-Control-Request-Method: GET\r\n",
    ],
    ["a port that is none", "GET /api/catalog-items HTTP/1.1\r\nHost: a:99999\r\n"],
    ["percent signs that encode nothing", "GET /api/catalog-items/%zz HTTP/1.1\r\nHost: x\r\n"],
    ["percent signs that encode no UTF-8", "GET /api/catalog-items?filter=%FF HTTP/1.1\r\nHost: x\r\n"],
    ["an unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n"],
    ["no HTTP", "hello\r\n"],
    ["an unknown version", "GET / HTTP/9.9\r\nHost: x\r\n"],
  ])("%s is a bad request, and the mock goes on", async (_, head) => {
    expect(await sendRaw(listener.url, `${head}${credentials}\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    await expectAlive();
  });

  test("an empty Host is one that does not matter", async () => {
    const answer = await sendRaw(listener.url, `GET /api/catalog-items HTTP/1.1\r\nHost:\r\n${credentials}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain("http://localhost/api/catalog-items");
  });

  test("a tunnel or another protocol is not offered", async () => {
    await sendRaw(listener.url, "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n");
    await sendRaw(listener.url, "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    await sendRaw(listener.url, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    await expectAlive();
  });

  test("whatever bytes come, the mock goes on", async () => {
    const line = tuple(constantFrom("GET", "POST", "DELETE", "x"), string(), string());
    await assert(
      asyncProperty(line, uint8Array({ maxLength: 200 }), async ([method, target, value], bytes) => {
        const head = `${method} /api/catalog-items${target} HTTP/1.1\r\nHost: x\r\nX-Mock-Fault: ${value}\r\n`;
        await sendRaw(listener.url, Buffer.concat([Buffer.from(`${head}${credentials}\r\n`), bytes]), 5);
      }),
      { numRuns: 200 },
    );
    await expectAlive();
    expect(mock.requests.filter(({ status }) => status === 500)).toEqual([]);
  });
});

test("what onRequest throws, at once or later, is reported and not fatal", async () => {
  const report = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const onRequest of [
    () => {
      throw new Error("mine");
    },
    async () => {
      throw new Error("mine");
    },
  ]) {
    report.mockClear();
    await start({ onRequest });
    await expectAlive();
    expect(report).toHaveBeenCalledWith(
      "@org/mock: onRequest has thrown",
      expect.objectContaining({ message: "mine" }),
    );
  }
  report.mockRestore();
});

describe("text and nesting", () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const withMetadata = (metadata: string) =>
    JSON.stringify({ data: itemInput("A") }).replace('"description"', `"custom_metadata":${metadata},"description"`);
  const inJob = (body: string) => {
    const job = JSON.stringify(jobInput("item", "items", "create", ["here"]));
    return job.replace('"here"', JSON.stringify(JSON.parse(JSON.stringify(itemInput("A")))).replace('"An item"', body));
  };

  test.each([
    ["a lone surrogate", withMetadata('{"a":"\\ud800"}')],
    ["a name with a lone surrogate", withMetadata('{"\\udc00":"a"}')],
    ["a hundred levels", withMetadata(deep(100))],
    ["a hundred thousand levels", withMetadata(deep(100_000))],
    ["a field named __proto__", withMetadata('{},"__proto__":{"a":1}')],
  ])("%s in a body is refused, and nothing is stored", async (_, body) => {
    expect((await post("/api/catalog-items", body)).status).toBe(400);
    expect(mock.state.items.size).toBe(0);
    await expectAlive();
  });

  test("nor is it stored in a job, or in a fixture", async () => {
    for (const text of ['"\\ud800"', deep(100), deep(50_000)]) {
      expect((await post("/api/catalog-item-bulk-create-jobs", inJob(text))).status).toBe(400);
    }
    const shirt = { external_id: "A", title: "A", description: "", url: "https://shop.example" };
    for (const [custom_metadata, message] of [
      [{ a: "\ud800" }, "items[0]: 'a' must be Unicode text"],
      [JSON.parse(deep(50_000)), "must not be nested more than 64 levels deep"],
      [{ a: 1n }, "must be JSON, not a bigint"],
      [{ a: Number.NaN }, "must be a finite number"],
    ]) {
      const loading = mock.state.load({ items: [{ ...shirt, custom_metadata }] });
      await expect(loading).rejects.toMatchObject({ name: "FixtureError", message: expect.stringContaining(message) });
    }
    expect((await call("GET", "/api/catalog-item-bulk-create-jobs")).body.data).toEqual([]);
    expect(mock.state.items.size).toBe(0);
  });

  test("a body that is no UTF-8 is refused", async () => {
    const body = new TextEncoder().encode(JSON.stringify({ data: categoryInput("A") }));
    body[body.length - 10] = 0xff;
    expect((await post("/api/catalog-categories", body)).status).toBe(400);
  });

  test("metadata named __proto__ is a name like any other", async () => {
    expect((await post("/api/catalog-items", withMetadata('{"__proto__":5}'))).status).toBe(201);
    const { body } = await call("GET", `/api/catalog-items/${idOf("A")}`);
    expect(Object.entries(body.data.attributes.custom_metadata)).toEqual([["__proto__", 5]]);
  });

  test.each(["__proto__", "constructor", "fields[__proto__]"])("a parameter %s is unknown", async (name) => {
    const { status, body } = await call("GET", `/api/catalog-items?${name}=1`);
    expect([status, body.errors[0].source]).toEqual([400, { parameter: name }]);
  });

  test("a filter that nests thousands of lists is refused", async () => {
    const filter = `any(ids,${"[".repeat(5_000)})`;
    const { status, body } = await call("GET", `/api/catalog-items?filter=${encodeURIComponent(filter)}`);
    expect([status, body.errors[0].source]).toEqual([400, { parameter: "filter" }]);
  });
});

describe("size", () => {
  test("an endless body is refused as soon as it is too long, and its connection ends", async () => {
    const socket = connect(Number(new URL(listener.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.on("error", () => {});
    const head = `POST /api/catalog-items HTTP/1.1\r\nHost: x\r\n${credentials}Content-Type: application/json\r\n`;
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
    const piece = `10000\r\n${" ".repeat(0x10000)}\r\n`;
    const answered = once(socket, "data");
    let sent = 0;
    let status: string | undefined;
    answered.then(([data]) => {
      status = data.toString().slice(9, 12);
    });
    const closed = once(socket, "close");
    while (status === undefined && sent < 50_000_000) {
      if (!socket.write(piece)) await Promise.race([once(socket, "drain"), answered]);
      sent += 0x10000;
      await pause(0);
    }
    expect(status).toBe("413");
    socket.write(piece);
    await closed;
    await expectAlive();
  });

  test("in process, too, an endless body ends at the limit", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        pulled += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const init = { method: "POST", headers: json, body, duplex: "half" } as RequestInit;
    expect((await mock.fetch("/api/catalog-items", init)).status).toBe(413);
    expect(pulled).toBeLessThan(6_000_000);
  });

  test("the request log keeps the latest bodies and forgets the older ones", async () => {
    const image_full_url = "x".repeat(1_000_000);
    for (let i = 0; i < 20; i++)
      await call("POST", "/api/catalog-items", { data: itemInput(`${i}`, { image_full_url }) });
    const kept = mock.requests.map(({ body }) => body !== undefined);
    expect(kept).toEqual([...Array(5).fill(false), ...Array(15).fill(true)]);
  });

  test("without a request log nothing is kept", async () => {
    await start({ requestLog: false });
    await expectAlive();
    expect(mock.requests).toEqual([]);
  });
});

describe("100,000 links", () => {
  const count = 100_000;
  const path = `/api/catalog-categories/${idOf("C")}`;

  async function fill() {
    const item = { title: "", description: "", url: "https://shop.example", categories: ["C"] };
    const items = Array.from({ length: count }, (_, i) => ({ ...item, external_id: `${i}` }));
    await mock.state.load({ categories: [{ external_id: "C", name: "C" }], items });
  }

  test.each([
    ["deleting their category", "DELETE", path, undefined],
    ["replacing them by none", "PATCH", `${path}/relationships/items`, { data: [] }],
  ])("%s goes in steps, between which others are answered", async (_, method, target, body) => {
    await fill();
    let answered = 0;
    let done = false;
    const others = (async () => {
      for (; !done; answered++) await call("GET", "/api/catalog-variants");
    })();
    expect((await call(method, target, body)).status).toBe(204);
    done = true;
    await others;
    expect(answered).toBeGreaterThan(3);
    expect(mock.state.items.get(idOf("99999"))?.related.categories).toEqual([]);
    expect((await call("GET", `/api/catalog-items?filter=equals(category.id,"${idOf("C")}")`)).body.data).toEqual([]);
  });

  test("a job's work, half done, is finished by whoever looks into the state", async () => {
    await fill();
    await start({ pace: { queued: 0, processing: 0 } });
    await fill();
    const record = { type: "catalog-category", id: idOf("C") };
    await call(
      "POST",
      "/api/catalog-category-bulk-delete-jobs",
      jobInput("category", "categories", "delete", [record]),
    );
    const looking = call("GET", "/api/catalog-variants");
    await vi.waitFor(() => expect(mock.requests).toHaveLength(2));
    expect(mock.state.categories.size).toBe(0);
    expect((await looking).status).toBe(200);
  });
});

test("closing ends what is open after a second", async () => {
  const url = `${listener.url}/api/catalog-categories`;
  const waiting = fetch(url, { headers: { ...headers, "x-mock-fault": "latency=3600000" } }).catch(() => "ended");
  const sending = sendRaw(listener.url, `POST /api/catalog-items HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n`, 10_000);
  await vi.waitFor(() => expect(mock.requests).toHaveLength(1));
  await listener.close();
  expect(await waiting).toBe("ended");
  await sending;
});
