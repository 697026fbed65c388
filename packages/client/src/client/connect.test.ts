import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { isApiError } from "../answers/api-error.ts";
import { ConnectionError } from "../answers/connection-error.ts";
import type { Fetch, Policy } from "../policies/policy.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { serve } from "../testing/serve.ts";
import { testClient } from "../testing/test-client.ts";

const id = "$custom:::$default:::SKU 1/2";

test("a call sends key, revision, media types and user agent", async () => {
  const fetch = fakeFetch();
  await testClient({ fetch }).GET("/api/catalog-items");
  expect(fetch.last.url).toBe("https://a.klaviyo.com/api/catalog-items");
  expect(Object.fromEntries(fetch.last.headers)).toEqual({
    accept: "application/vnd.api+json",
    authorization: "Klaviyo-API-Key pk_test_secret",
    revision: "2026-07-15",
    "user-agent": expect.stringMatching(/^klaviyo-catalogs-client\/\d+\.\d+\.\d+$/),
  });
});

test("a body goes out with the operation's media type", async () => {
  const fetch = fakeFetch({ data: { type: "catalog-item", id, attributes: {} } });
  await testClient({ fetch }).POST("/api/catalog-items", { body: { data: { type: "catalog-item", title: "Shirt" } } });
  expect(fetch.last.headers.get("content-type")).toBe("application/vnd.api+json");
  expect(JSON.parse(fetch.bodies[0] ?? "")).toEqual({ data: { type: "catalog-item", title: "Shirt" } });
});

test("ids are encoded in the path and lists are comma-separated", async () => {
  const fetch = fakeFetch();
  await testClient({ fetch }).GET("/api/catalog-items/{id}", { params: { path: { id } } });
  expect(fetch.last.url).toBe(
    "https://a.klaviyo.com/api/catalog-items/%24custom%3A%3A%3A%24default%3A%3A%3ASKU%201%2F2",
  );
  await testClient({ fetch }).GET("/api/catalog-items", {
    params: { query: { "fields[catalog-item]": ["external_id", "title"] } },
  });
  expect(fetch.last.url).toBe("https://a.klaviyo.com/api/catalog-items?fields[catalog-item]=external_id,title");
});

test("lists that the document repeats are repeated", async () => {
  const fetch = fakeFetch();
  await testClient({ fetch }).GET("/api/catalog-items/{id}/variants", {
    params: { path: { id: "1" }, query: { tag: ["a", "b"], "fields[catalog-item]": ["external_id", "title"] } },
  });
  expect(new URL(fetch.last.url).search).toBe("?tag=a&tag=b&fields[catalog-item]=external_id,title");
});

test("a base URL may have a path and a slash at its end", async () => {
  const fetch = fakeFetch();
  await testClient({ fetch, baseUrl: "https://proxy.example/klaviyo/" }).GET("/api/catalog-items");
  expect(fetch.last.url).toBe("https://proxy.example/klaviyo/api/catalog-items");
  expect(fetch.last.headers.get("accept")).toBe("application/vnd.api+json");
  expect(fetch.last.headers.get("authorization")).toBe("Klaviyo-API-Key pk_test_secret");
});

test("headers of the call win over the client's, and null removes one", async () => {
  const fetch = fakeFetch();
  const klaviyo = testClient({ fetch, headers: { "x-team": "shop", "x-trace": "1" } });
  await klaviyo.GET("/api/catalog-items", { headers: { "x-trace": null, revision: "2026-07-15.pre" } });
  expect(fetch.last.headers.get("x-team")).toBe("shop");
  expect(fetch.last.headers.has("x-trace")).toBe(false);
  expect(fetch.last.headers.get("revision")).toBe("2026-07-15.pre");
});

test("a header is the same in any case, and so sent once", async () => {
  const fetch = fakeFetch();
  const klaviyo = testClient({ fetch, headers: { "User-Agent": "mine", "X-Team": "shop" } });
  await klaviyo.GET("/api/catalog-items", { headers: new Headers({ "x-team": "sales" }) });
  expect(fetch.last.headers.get("user-agent")).toBe("mine");
  expect(fetch.last.headers.get("x-team")).toBe("sales");
});

test("an answer without a body is data undefined", async () => {
  const answer = await testClient({ fetch: fakeFetch(204) }).DELETE("/api/catalog-items/{id}", {
    params: { path: { id } },
  });
  expect(answer).toMatchObject({ data: undefined, response: { status: 204 } });
  expect(answer.error).toBeUndefined();
});

test.each([
  [
    "JSON:API errors",
    Response.json({ errors: [{ id: "e1", code: "not_found", detail: "No such item." }] }, { status: 404 }),
    "404",
  ],
  ["a page of HTML", new Response("<html>Forbidden</html>", { status: 403 }), "<html>Forbidden</html>"],
  ["an empty body", new Response(null, { status: 500 }), "— no body"],
  ["an empty body with a length", new Response(null, { status: 502, headers: { "content-length": "0" } }), "502"],
  ["cut JSON", new Response('{"errors":[{"co', { status: 400 }), "400"],
  ["errors of another shape", Response.json({ errors: "no" }, { status: 400 }), "400"],
  ["a cut document with status 200", new Response('{"data":[{"type"', { status: 200 }), "cut after 16 characters"],
  ["HTML with status 200", new Response("<html>", { status: 200 }), "— no JSON"],
  ["no body with status 200", new Response(null, { status: 200 }), "— no body"],
])("%s is an ApiError", async (_, response, message) => {
  const { data, error } = await testClient({ fetch: fakeFetch(response) }).GET("/api/catalog-items");
  expect(data).toBeUndefined();
  expect(isApiError(error)).toBe(true);
  expect(error?.message).toContain(message);
  expect(error).toMatchObject({ status: response.status, operation: "GET /api/catalog-items" });
});

test("the message names the path with its parameters, and leaves the query out: it may be private", async () => {
  const { error } = await testClient({ fetch: fakeFetch(500) }).GET("/api/catalog-items/{id}/variants", {
    params: { path: { id }, query: { filter: 'equals(sku,"private")' } },
  });
  expect(error?.message).toMatch(
    /^500: GET \/api\/catalog-items\/%24custom%3A%3A%3A%24default%3A%3A%3ASKU%201%2F2\/variants — /,
  );
});

test("a huge error body is cut, and the rest is not read", async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(120));
    },
  });
  const { error } = await testClient({ fetch: async () => new Response(body, { status: 500 }) }).GET(
    "/api/catalog-items",
  );
  expect(error?.status).toBe(500);
  expect(error?.message.length).toBeLessThan(300);
  expect(sent).toBeLessThan(500_000);
});

test("the key is nowhere in the client or in an error, also when the server repeats it", async () => {
  const echo: Fetch = async (_, { headers }) => {
    const detail = `no access for ${headers.authorization}`;
    return Response.json({ errors: [{ code: "forbidden", detail }] }, { status: 403 });
  };
  const klaviyo = testClient({ fetch: echo });
  const { error } = await klaviyo.GET("/api/catalog-items");
  expect(error?.message).toContain("no access for Klaviyo-API-Key [redacted]");
  const printed = [klaviyo, error].flatMap((value) => [
    inspect(value, { depth: 9, showHidden: true }),
    JSON.stringify(value),
  ]);
  for (const text of [...printed, error?.stack, String(error?.cause)]) expect(text).not.toContain("pk_test_secret");
});

test("a connection that fails says of which operation it was, with the platform's error as its cause", async () => {
  const reset = new TypeError("fetch failed", { cause: Object.assign(new Error("read"), { code: "ECONNRESET" }) });
  const call = testClient({ fetch: fakeFetch(reset), retry: { attempts: 3, random: () => 0 } }).DELETE(
    "/api/catalog-items/{id}",
    { params: { path: { id } } },
  );
  const error = await call.catch((error) => error);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ operation: "DELETE /api/catalog-items/{id}", attempts: 3, cause: reset });
  expect(error.message).toBe(
    "DELETE /api/catalog-items/{id}: no connection after 3 attempts: fetch failed: ECONNRESET read",
  );
});

test("an abort rejects with the signal's reason", async () => {
  const signal = AbortSignal.abort();
  await expect(testClient({ fetch: fakeFetch() }).GET("/api/catalog-items", { signal })).rejects.toBe(signal.reason);
});

test("a user's policy sees the finished attempt except its credentials", async () => {
  const seen: (string | undefined)[] = [];
  const spy: Policy = (next) => (url, init) => {
    seen.push(init.headers.revision, init.headers.authorization);
    return next(url, init);
  };
  await testClient({ fetch: fakeFetch(), policies: [spy] }).GET("/api/catalog-items");
  expect(seen).toEqual(["2026-07-15", undefined]);
});

test("a user's policy reads bodies that the call has after it", async () => {
  const read: unknown[] = [];
  const reading: Policy = (next) => async (url, init) => {
    const response = await next(url, init);
    read.push(await response.json(), await response.text());
    return response;
  };
  const klaviyo = testClient({ fetch: fakeFetch({ data: [] }), policies: [reading] });
  expect((await klaviyo.GET("/api/catalog-items")).data).toEqual({ data: [] });
  expect(read).toEqual([{ data: [] }, '{"data":[]}']);
});

test("use() is openapi-fetch's middleware and eject() removes it", async () => {
  const fetch = fakeFetch();
  const klaviyo = testClient({ fetch });
  const middleware = { onRequest: ({ request }: { request: Request }) => request.headers.set("x-seen", "yes") };
  klaviyo.use(middleware);
  await klaviyo.GET("/api/catalog-items");
  expect(fetch.last.headers.get("x-seen")).toBe("yes");
  klaviyo.eject(middleware);
  await klaviyo.GET("/api/catalog-items");
  expect(fetch.last.headers.has("x-seen")).toBe(false);
});

test("middleware that is added twice and removed once still runs on a real Request, and so does what stands before a bad one", async () => {
  const fetch = fakeFetch();
  const seen = { onRequest: ({ request }: { request: Request }) => request.headers.append("x-seen", "yes") };
  const twice = testClient({ fetch });
  twice.use(seen, seen);
  twice.eject(seen);
  await twice.GET("/api/catalog-items");
  expect(fetch.last.headers.get("x-seen")).toBe("yes");
  twice.eject(seen);
  await twice.GET("/api/catalog-items");
  expect(fetch.last.headers.has("x-seen")).toBe(false);
  const refusing = testClient({ fetch });
  expect(() => refusing.use(seen, {} as never)).toThrow("Middleware must be");
  await refusing.GET("/api/catalog-items");
  expect(fetch.last.headers.get("x-seen")).toBe("yes");
});

test("a body passes middleware, also one that replaces the request, and is sent again in every attempt", async () => {
  const fetch = fakeFetch(429, 429, { data: { type: "catalog-item", id: "1", attributes: {} } });
  const klaviyo = testClient({ fetch, retry: { random: () => 0 } });
  klaviyo.use({ onRequest: ({ request }) => request.headers.set("x-seen", "yes") });
  const call = { body: { data: { type: "catalog-item", title: "Shirt" } } } as const;
  await klaviyo.POST("/api/catalog-items", call);
  expect(fetch.bodies).toEqual(Array.from({ length: 3 }, () => JSON.stringify(call.body)));
  klaviyo.use({ onRequest: ({ request }) => new Request(request, { body: '{"data":2}', redirect: "manual" }) });
  await klaviyo.POST("/api/catalog-items", call);
  const { headers, method, redirect } = fetch.last;
  expect(fetch.bodies.at(-1)).toBe('{"data":2}');
  expect([method, redirect, headers.get("x-seen"), headers.get("content-type")]).toEqual([
    "POST",
    "manual",
    "yes",
    "application/vnd.api+json",
  ]);
});

test("a signal stops a call with middleware, its own and that of a request that middleware made", async () => {
  const klaviyo = testClient({ fetch: fakeFetch() });
  const own = AbortSignal.abort(new Error("the caller's"));
  klaviyo.use({ onRequest: () => undefined });
  await expect(klaviyo.GET("/api/catalog-items", { signal: own })).rejects.toThrow("the caller's");
  const other = AbortSignal.abort(new Error("the middleware's"));
  klaviyo.use({ onRequest: ({ request }) => new Request(request, { signal: other }) });
  await expect(klaviyo.GET("/api/catalog-items")).rejects.toThrow("the middleware's");
});

test("the global fetch is looked up at every call", async () => {
  const klaviyo = testClient();
  const original = globalThis.fetch;
  const fetch = fakeFetch();
  globalThis.fetch = fetch as typeof globalThis.fetch;
  try {
    await klaviyo.GET("/api/catalog-items");
  } finally {
    globalThis.fetch = original;
  }
  expect(fetch.requests).toHaveLength(1);
});

test("over real HTTP the request arrives as it was meant", async () => {
  const arrived: unknown[] = [];
  const baseUrl = await serve((request, response) => {
    arrived.push([request.method, request.url, request.headers.authorization, request.headers["content-type"]]);
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      arrived.push(JSON.parse(body));
      response.setHeader("content-type", "application/vnd.api+json").end('{"data":{"id":"1"}}');
    });
  });
  const { data } = await testClient({ baseUrl }).PATCH("/api/catalog-items/{id}", {
    params: { path: { id } },
    body: { data: { id } },
  });
  expect(data?.data.id).toBe("1");
  expect(arrived).toEqual([
    [
      "PATCH",
      "/api/catalog-items/%24custom%3A%3A%3A%24default%3A%3A%3ASKU%201%2F2",
      "Klaviyo-API-Key pk_test_secret",
      "application/vnd.api+json",
    ],
    { data: { id } },
  ]);
});

test("a call goes through all policies in their order", async () => {
  const log: string[] = [];
  const own: Policy = (next) => (url, init) => {
    log.push("own policy");
    return next(url, init);
  };
  const klaviyo = testClient({
    fetch: fakeFetch(500, { data: [] }),
    retry: { random: () => 0 },
    policies: [own],
    onRequest: ({ attempt }) => log.push(`request ${attempt}`),
    onResponse: ({ response }) => log.push(`response ${response?.status}`),
    onRetry: ({ attempt }) => log.push(`retry after attempt ${attempt}`),
  });
  expect((await klaviyo.GET("/api/catalog-items")).data).toEqual({ data: [] });
  expect(log).toEqual([
    "request 1",
    "own policy",
    "response 500",
    "retry after attempt 1",
    "request 2",
    "own policy",
    "response 200",
  ]);
});

test("the time of a whole call includes its waits and the body of its answer", async () => {
  const stalled: Fetch = async (_, { signal }) => {
    const body = new ReadableStream({
      start: (controller) => signal?.addEventListener("abort", () => controller.error(signal.reason)),
    });
    return new Response(body);
  };
  const call = { timeout: { call: 20 } };
  await expect(testClient({ fetch: stalled, ...call }).GET("/api/catalog-items")).rejects.toThrow("within 20 ms");
  const unavailable = new Response(null, { status: 503, headers: { "retry-after": "60" } });
  const waiting = testClient({ fetch: fakeFetch(unavailable), retry: {}, ...call }).GET("/api/catalog-items");
  await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the time of an attempt aborts its fetch", async () => {
  const never: Fetch = (_, { signal }) =>
    new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
  const call = testClient({ fetch: never, timeout: 20 }).GET("/api/catalog-items");
  await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
});

test("hooks and middleware see no credentials, also after the answer", async () => {
  const seen: object[] = [];
  const klaviyo = testClient({
    fetch: fakeFetch(500, { data: [] }),
    retry: { random: () => 0 },
    onRequest: ({ headers }) => seen.push(headers),
    onResponse: ({ headers }) => seen.push(headers),
  });
  klaviyo.use({ onResponse: ({ request }) => void seen.push(Object.fromEntries(request.headers)) });
  await klaviyo.GET("/api/catalog-items");
  expect(seen).toHaveLength(5);
  expect(seen[0]).toHaveProperty("revision");
  for (const headers of seen) expect(headers).not.toHaveProperty("authorization");
});

test("importing the package does no work", async () => {
  const globals = ["Request", "Response", "Headers", "AbortController", "setTimeout", "fetch"] as const;
  const originals = Object.fromEntries(globals.map((name) => [name, globalThis[name]]));
  const used: string[] = [];
  for (const name of globals) Object.assign(globalThis, { [name]: () => used.push(name) });
  try {
    vi.resetModules();
    await import("../index.ts");
  } finally {
    Object.assign(globalThis, originals);
  }
  expect(used).toEqual([]);
});
