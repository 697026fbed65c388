import { expect, test } from "vitest";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { testClient } from "../testing/test-client.ts";

const byId = { params: { path: { id: "1" } } };

test("each call of a client is of its own operation", async () => {
  const klaviyo = testClient({ fetch: fakeFetch(404) });
  const results = [
    await klaviyo.GET("/api/catalog-items"),
    await klaviyo.GET("/api/catalog-items/{id}", byId),
    await klaviyo.DELETE("/api/catalog-items/{id}", byId),
  ];
  expect(results.map(({ error }) => error?.operation)).toEqual([
    "GET /api/catalog-items",
    "GET /api/catalog-items/{id}",
    "DELETE /api/catalog-items/{id}",
  ]);
});

test("a path that the table does not know is called all the same", async () => {
  const klaviyo = testClient({ fetch: fakeFetch(404, { data: [] }) });
  const { error } = await klaviyo.GET("/api/catalog-unknown" as "/api/catalog-items");
  expect([error?.status, error?.operation]).toEqual([404, undefined]);
  expect(error?.message).toContain("GET /api/catalog-unknown");
});

test("a middleware that was never installed takes no other one away", async () => {
  const fetch = fakeFetch();
  const klaviyo = testClient({ fetch });
  klaviyo.use({ onRequest: ({ request }) => request.headers.set("x-seen", "yes") });
  klaviyo.eject({ onRequest: () => undefined });
  await klaviyo.GET("/api/catalog-items");
  expect(fetch.last.headers.get("x-seen")).toBe("yes");
});

test("another content type that a middleware sets is sent", async () => {
  const fetch = fakeFetch({ data: { type: "catalog-item", id: "1", attributes: {} } });
  const klaviyo = testClient({ fetch });
  klaviyo.use({ onRequest: ({ request }) => request.headers.set("content-type", "text/plain") });
  await klaviyo.POST("/api/catalog-items", { body: { data: { type: "catalog-item", title: "Shirt" } } });
  expect(fetch.last.headers.get("content-type")).toBe("text/plain");
});
