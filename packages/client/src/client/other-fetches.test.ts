import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import crossFetch from "cross-fetch";
import nodeFetch from "node-fetch";
import { fetch as undiciFetch } from "undici";
import { expect, test } from "vitest";
import { serve } from "../testing/serve.ts";
import { testClient } from "../testing/test-client.ts";
import type { ClientOptions } from "./client-options.ts";

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

// Each fits the type of the option without a cast.
const fetches = {
  platform: globalThis.fetch,
  undici: undiciFetch,
  "node-fetch": nodeFetch,
  "cross-fetch": crossFetch,
} satisfies Record<string, ClientOptions["fetch"]>;
const names = Object.keys(fetches) as (keyof typeof fetches)[];

test.each(names)("%s sends a body, reads a document and an error, and follows a redirect", async (name) => {
  let times = 0;
  const baseUrl = await serve(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (request.method === "POST") response.end(`{"data":{"id":"1","attributes":{"sent":${JSON.stringify(body)}}}}`);
    else if (request.url?.endsWith("variants")) response.writeHead(404).end('{"errors":[{"code":"not_found"}]}');
    else if (++times === 1) response.writeHead(302, { location: "/moved" }).end();
    else response.end('{"data":[]}');
  });
  const klaviyo = testClient({ baseUrl, fetch: fetches[name] });
  const { data } = await klaviyo.POST("/api/catalog-items", {
    body: { data: { type: "catalog-item", title: "Größe" } },
  });
  expect(data?.data.attributes).toEqual({ sent: '{"data":{"type":"catalog-item","title":"Größe"}}' });
  const { error } = await klaviyo.GET("/api/catalog-items/{id}/variants", { params: { path: { id: "1" } } });
  expect(error?.errors).toEqual([{ code: "not_found" }]);
  expect((await klaviyo.GET("/api/catalog-items")).data).toEqual({ data: [] });
});

test.each(names)("%s says that no connection could be made, and a POST is then repeated", async (name) => {
  const attempts: number[] = [];
  const klaviyo = testClient({
    baseUrl: `http://127.0.0.1:${await closedPort()}`,
    fetch: fetches[name],
    retry: { attempts: 2, random: () => 0 },
    onRequest: ({ attempt }) => attempts.push(attempt),
  });
  const call = klaviyo.POST("/api/catalog-items", { body: { data: { type: "catalog-item", title: "Shirt" } } });
  await expect(call).rejects.toMatchObject({
    name: "ConnectionError",
    operation: "POST /api/catalog-items",
    attempts: 2,
  });
  expect(attempts).toEqual([1, 2]);
});
