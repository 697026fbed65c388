import { expect, onTestFinished, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { serve } from "../testing/serve.ts";
import { testClient } from "../testing/test-client.ts";
import { redirects } from "./redirects.ts";

const path = "/api/catalog-items";
const body = { data: { type: "catalog-item", title: "Shirt" } } as const;
const byId = { params: { path: { id: "1" } } };

/** A server that notes what arrives there. */
async function noting() {
  const arrived: unknown[] = [];
  const baseUrl = await serve((request, response) => {
    const { method, url, headers } = request;
    arrived.push([method, url, headers.authorization ?? headers.revision]);
    response.end('{"data":[]}');
  });
  return { arrived, baseUrl };
}

test("a GET is followed within the origin, with its headers and credentials", async () => {
  const arrived: unknown[] = [];
  const baseUrl = await serve(({ url, headers }, response) => {
    arrived.push([url, headers.authorization]);
    if (url === path) response.writeHead(302, { location: "/elsewhere" }).end();
    else response.end('{"data":[]}');
  });
  expect((await testClient({ baseUrl }).GET(path)).data).toEqual({ data: [] });
  expect(arrived).toEqual([
    [path, "Klaviyo-API-Key pk_test_secret"],
    ["/elsewhere", "Klaviyo-API-Key pk_test_secret"],
  ]);
});

test.each([301, 302, 303, 307, 308])(
  "nothing goes to another origin after %i, and the error names it",
  async (status) => {
    const elsewhere = await noting();
    const location = `${elsewhere.baseUrl}/taken?private=1`;
    const baseUrl = await serve((_, response) => response.writeHead(status, { location }).end());
    const klaviyo = testClient({ baseUrl });
    const results = [
      await klaviyo.GET(path),
      await klaviyo.POST(path, { body }),
      await klaviyo.PATCH("/api/catalog-items/{id}", { ...byId, body: { data: { id: "1" } } }),
      await klaviyo.DELETE("/api/catalog-items/{id}", byId),
    ];
    for (const { error } of results) {
      expect(error?.status).toBe(status);
      expect(error?.message).toContain(`redirected to ${elsewhere.baseUrl}/taken: only a GET is followed`);
      expect(error?.message).not.toContain("private");
    }
    expect(elsewhere.arrived).toEqual([]);
  },
);

test("a POST is not followed within the origin either", async () => {
  let times = 0;
  const baseUrl = await serve((_, response) => {
    times += 1;
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  const { error } = await testClient({ baseUrl, retry: {} }).POST(path, { body });
  expect([error?.status, times]).toEqual([307, 1]);
});

test("a loop ends, and is not tried again", async () => {
  let times = 0;
  const baseUrl = await serve((_, response) => {
    times += 1;
    response.writeHead(302, { location: path }).end();
  });
  const { error } = await testClient({ baseUrl, retry: {} }).GET(path);
  expect(error?.message).toContain(`redirected to ${path}: only a GET is followed, at most 20 times`);
  expect(times).toBe(21);
});

test("a target with a password is the answer at once, and the error does not repeat the password", async () => {
  let times = 0;
  const baseUrl = await serve(({ headers }, response) => {
    times += 1;
    response.writeHead(302, { location: `http://user:secret@${headers.host}/elsewhere` }).end();
  });
  const { error } = await testClient({ baseUrl, retry: {} }).GET(path);
  expect(error?.message).toContain(`redirected to ${baseUrl}/elsewhere: `);
  expect(times).toBe(1);
});

test("a host whose name has a redirect in it is no redirect: its connection is tried again", async () => {
  let times = 0;
  const fetch = async () => {
    if (++times === 1) throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET redirect.example") });
    return Response.json({ data: [] });
  };
  expect((await testClient({ fetch, retry: { random: () => 0 } }).GET(path)).data).toEqual({ data: [] });
});

test("a redirect without a target, or to what is no URL, is the answer", async () => {
  const baseUrl = await serve(({ url }, response) =>
    response.writeHead(302, url?.endsWith("variants") ? {} : { location: "http://[" }).end(),
  );
  const klaviyo = testClient({ baseUrl });
  expect((await klaviyo.GET(path)).error?.message).toContain("redirected to http://[");
  expect((await klaviyo.GET("/api/catalog-items/{id}/variants", byId)).error?.message).toContain("no body");
});

test("a caller's own redirect is the platform's business", async () => {
  const { arrived, baseUrl: target } = await noting();
  const baseUrl = await serve((_, response) => response.writeHead(302, { location: `${target}/followed` }).end());
  const klaviyo = testClient({ baseUrl, retry: {} });
  expect((await klaviyo.GET(path, { redirect: "follow" })).data).toEqual({ data: [] });
  // Platforms take credentials off by themselves.
  expect(arrived).toEqual([["GET", "/followed", "2026-07-15"]]);
  await expect(klaviyo.GET(path, { redirect: "error" })).rejects.toThrow(/redirect/);
});

test.each([
  ["a GET within the page's origin", "https://shop.example", "GET", ["manual", "follow same-origin"]],
  ["a GET to another origin", "https://proxy.example", "GET", ["manual"]],
  ["a POST", "https://shop.example", "POST", ["manual"]],
])("a browser follows %s only as far as it can be told", async (_, origin, method, sent) => {
  Object.assign(globalThis, { location: new URL("https://shop.example/admin") });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, "location"));
  const modes: string[] = [];
  // What a browser gives that was told not to follow: it hides the target.
  const opaque = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  const send = redirects()(async (_, { redirect, mode }) => {
    modes.push([redirect, mode].filter(Boolean).join(" "));
    return redirect === "manual" ? opaque : new Response();
  });
  const response = await send(...attempt(`${origin}${path}`, { method }));
  expect(modes).toEqual(sent);
  expect(response === opaque).toBe(sent.length === 1);
});
