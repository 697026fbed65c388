import { Headers as UndiciHeaders } from "undici";
import { expect, test } from "vitest";
import type { AttemptInit } from "../policies/policy.ts";
import type { HeadersOptions } from "../request/headers.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { testClient } from "../testing/test-client.ts";
import type { ClientOptions } from "./client-options.ts";

const path = "/api/catalog-items";
const body = { data: { type: "catalog-item", title: "Shirt" } } as const;
const policies = ["accept", "authorization", "content-type", "revision", "user-agent"] as const;

async function sent(options: ClientOptions, headers?: HeadersOptions, middleware = false) {
  const fetch = fakeFetch({ data: {} });
  const klaviyo = testClient({ fetch, ...options });
  if (middleware) klaviyo.use({ onRequest: () => undefined });
  await klaviyo.POST(path, { body, headers });
  return Object.fromEntries(fetch.last.headers);
}

test.each(policies)("%s of a call or of the client wins over the policy that would send it", async (name) => {
  const mine = { [name.toUpperCase()]: name === "content-type" ? "application/json" : "mine/1" };
  for (const middleware of [false, true]) {
    expect(await sent({}, mine, middleware)).toHaveProperty(name, Object.values(mine)[0]);
    expect(await sent({ headers: mine }, undefined, middleware)).toHaveProperty(name, Object.values(mine)[0]);
    expect(await sent({ headers: { [name]: "the/client" } }, mine, middleware)).toHaveProperty(
      name,
      Object.values(mine)[0],
    );
  }
});

test.each(policies.filter((name) => name !== "content-type"))("null removes %s", async (name) => {
  for (const middleware of [false, true]) {
    expect(await sent({}, { [name]: null }, middleware)).not.toHaveProperty(name);
    expect(await sent({ headers: { [name]: null } }, undefined, middleware)).not.toHaveProperty(name);
    expect(await sent({ headers: { [name]: "x/y" } }, { [name]: null }, middleware)).not.toHaveProperty(name);
  }
});

test("null removes the content type: the platform then says what it makes of text", async () => {
  for (const middleware of [false, true]) {
    const headers = await sent({}, { "content-type": null }, middleware);
    expect(headers).toHaveProperty("content-type", "text/plain;charset=UTF-8");
  }
});

test.each(["application/json", "text/plain"])(
  "a middleware that sets the content type to %s keeps it",
  async (type) => {
    const fetch = fakeFetch({ data: {} });
    const klaviyo = testClient({ fetch });
    const seen: (string | null)[] = [];
    klaviyo.use({
      onRequest({ request }) {
        seen.push(request.headers.get("content-type"));
        if (seen.length === 2) request.headers.set("content-type", type);
      },
    });
    await klaviyo.POST(path, { body });
    expect(fetch.last.headers.get("content-type")).toBe("application/vnd.api+json");
    await klaviyo.POST(path, { body });
    expect(fetch.last.headers.get("content-type")).toBe(type);
    await klaviyo.GET(path);
    expect(fetch.last.headers.get("content-type")).toBeNull();
    expect(seen).toEqual(["application/vnd.api+json", "application/vnd.api+json", null]);
  },
);

test("headers may be a Headers of another realm, a Map, or pairs", async () => {
  const pairs: [string, string][] = [["X-Team", "shop"]];
  const foreign = new UndiciHeaders(pairs);
  expect(foreign).not.toBeInstanceOf(Headers);
  for (const headers of [new Headers(pairs), foreign, new Map(pairs), pairs]) {
    expect(await sent({}, headers)).toHaveProperty("x-team", "shop");
    expect(await sent({ headers })).toHaveProperty("x-team", "shop");
  }
});

test("a call brings back a header that the client takes away", async () => {
  for (const middleware of [false, true]) {
    for (const name of ["accept", "x-team"]) {
      expect(await sent({ headers: { [name]: null } }, { [name]: "mine/1" }, middleware)).toHaveProperty(
        name,
        "mine/1",
      );
    }
  }
});

test("undefined says nothing of a header", async () => {
  expect(await sent({ headers: { "x-team": "shop" } }, { "x-team": undefined })).toHaveProperty("x-team", "shop");
});

test("a header that cannot be sent is an error at once, which does not quote it", async () => {
  for (const middleware of [false, true]) {
    await expect(sent({ retry: {} }, { "x-shop": "sec\nret" }, middleware)).rejects.toThrow(
      /^POST \/api\/catalog-items: the header x-shop has (?!.*ret)/,
    );
  }
});

test("what fetch takes goes through to it, and so does what only your fetch knows", async () => {
  const inits: AttemptInit[] = [];
  const klaviyo = testClient({
    fetch: async (_, init) => {
      inits.push(init);
      return Response.json({ data: [] });
    },
  });
  const dispatcher = {};
  const own = { cache: "no-store", credentials: "omit", priority: "low", keepalive: true } as const;
  const call = { ...own, dispatcher, next: { revalidate: 60 } } as object;
  await klaviyo.GET(path, call);
  klaviyo.use({ onRequest: () => undefined });
  await klaviyo.GET(path, call);
  klaviyo.use({ onRequest: ({ request }) => new Request(request, { credentials: "include" }) });
  await klaviyo.GET(path, call);
  expect(inits).toHaveLength(3);
  for (const init of inits.slice(0, 2)) expect(init).toMatchObject(call);
  expect(inits[2]).toMatchObject({ ...call, credentials: "include" });
});

test("undefined among the middleware is ignored", async () => {
  const klaviyo = testClient({ fetch: fakeFetch() });
  klaviyo.use(undefined);
  klaviyo.eject(undefined);
  expect((await klaviyo.GET(path, { middleware: [undefined] })).error).toBeUndefined();
});
