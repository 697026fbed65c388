import { expect, expectTypeOf, test } from "vitest";
import { type Client, createClient, type ResourceOf } from "../generated/2026-07-15.ts";
import { filter } from "../request/filter.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { mockClient } from "../testing/mock-client.ts";
import { testClient } from "../testing/test-client.ts";
import { paginate } from "./paginate.ts";

const twoByTwo = { "page[size]": 2, "fields[catalog-item]": ["title"] } as const;

interface Shop extends Client {
  ping(): string;
}

async function titles(items: AsyncIterable<{ attributes: { title: string | null } }>): Promise<(string | null)[]> {
  const found = [];
  for await (const item of items) found.push(item.attributes.title);
  return found;
}

test("all resources come, page after page, narrowed like the call itself", async () => {
  const { klaviyo, mock } = await mockClient();
  const items = paginate(klaviyo, "/api/catalog-items", { params: { query: twoByTwo } });
  for await (const item of items) expectTypeOf(item.attributes).toEqualTypeOf<{ title: string | null }>();
  mock.requests.length = 0;
  expect((await titles(items)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `Item ${index}`));
  expect(mock.requests).toHaveLength(4);
});

test("pages() gives whole documents", async () => {
  const { klaviyo } = await mockClient();
  const query = { ...twoByTwo, include: ["variants"] } as const;
  const sizes = [];
  for await (const page of paginate(klaviyo, "/api/catalog-items", { params: { query } }).pages()) {
    expectTypeOf(page.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
    sizes.push(page.data.length);
  }
  expect(sizes).toEqual([2, 2, 2, 1]);
});

test("stopping early sends no further request", async () => {
  const { klaviyo, mock } = await mockClient();
  for await (const _ of paginate(klaviyo, "/api/catalog-items", { params: { query: twoByTwo } })) break;
  expect(mock.requests).toHaveLength(1);
});

test("it starts where page[cursor] says, with the filter it was given", async () => {
  const { klaviyo } = await mockClient();
  const query = { ...twoByTwo, filter: filter.contains("title", "Item") };
  const { data } = await klaviyo.GET("/api/catalog-items", { params: { query } });
  const cursor = new URL(data?.links?.next ?? "").searchParams.get("page[cursor]") ?? "";
  const rest = paginate(klaviyo, "/api/catalog-items", { params: { query: { ...query, "page[cursor]": cursor } } });
  expect(await titles(rest)).toHaveLength(5);
});

test("a path alone is enough where nothing else is needed, and path parameters are kept from page to page", async () => {
  const { klaviyo, mock } = await mockClient();
  const found = [];
  for await (const category of paginate(klaviyo, "/api/catalog-categories")) found.push(category.attributes.name);
  expect(found).toEqual(["Shirts"]);
  const path = { id: "$custom:::$default:::C1" };
  const inCategory = paginate(klaviyo, "/api/catalog-categories/{id}/items", { params: { path, query: twoByTwo } });
  expect(await titles(inCategory)).toHaveLength(7);
  expect(new Set(mock.requests.map(({ url }) => new URL(url).pathname)).size).toBe(2);
});

test("a next link to another origin is refused", async () => {
  const fetch = fakeFetch({ data: [], links: { next: "https://evil.example/api/catalog-items?page[cursor]=x" } });
  const pages = paginate(testClient({ fetch }), "/api/catalog-items");
  await expect(titles(pages as never)).rejects.toThrow("at https://evil.example, not at https://a.klaviyo.com");
  expect(fetch.requests).toHaveLength(1);
});

const nextPage = (cursor: string) => `https://a.klaviyo.com/api/catalog-items?page%5Bcursor%5D=${cursor}`;
const leadingTo = (...cursors: string[]) =>
  fakeFetch(...cursors.map((cursor) => ({ data: [], links: { next: nextPage(cursor) } })));

test.each([
  ["to itself", ["a", "a"], {}],
  ["to one before it", ["a", "b", "c", "a"], {}],
  ["to where it started", ["b", "a"], { "page[cursor]": "a" }],
])("a page that leads %s ends with an error, and is not asked for again", async (_, cursors, query) => {
  const fetch = leadingTo(...cursors);
  const items = paginate(testClient({ fetch }), "/api/catalog-items", { params: { query } });
  await expect(items.toArray()).rejects.toThrow("/api/catalog-items names a page as the next one that has been there");
  expect(fetch.requests).toHaveLength(cursors.length);
});

test("when a page fails, cursor is that page's, and starting there gives the rest", async () => {
  const { klaviyo, mock } = await mockClient();
  let calls = 0;
  const failing = createClient({
    apiKey: "pk_test",
    fetch: async (url, init) => (++calls === 3 ? new Response(null, { status: 404 }) : mock.fetch(url, init)),
  });
  const items = paginate(failing, "/api/catalog-items", { params: { query: twoByTwo } });
  expect(items.cursor).toBeUndefined();
  const found: unknown[] = [];
  const reading = (async () => {
    for await (const item of items) found.push(item);
  })();
  await expect(reading).rejects.toMatchObject({ status: 404 });
  expect(found).toHaveLength(4);
  const query = { ...twoByTwo, "page[cursor]": items.cursor };
  const rest = await paginate(klaviyo, "/api/catalog-items", { params: { query } }).toArray();
  expect([...found, ...rest]).toEqual(
    await paginate(klaviyo, "/api/catalog-items", { params: { query: twoByTwo } }).toArray(),
  );
  expect(rest).toHaveLength(3);
});

test.each([
  [undefined, 7, 4],
  [7, 7, 4],
  [5, 5, 3],
  [4, 4, 2],
  [1, 1, 1],
  [0, 0, 0],
])("toArray({ limit: %s }) gives %s resources, for %s pages", async (limit, count, pages) => {
  const { klaviyo, mock } = await mockClient();
  const items = await paginate(klaviyo, "/api/catalog-items", { params: { query: twoByTwo } }).toArray({ limit });
  expectTypeOf(items).toEqualTypeOf<ResourceOf<"/api/catalog-items", "GET", typeof twoByTwo>[]>();
  expect(items).toHaveLength(count);
  expect(mock.requests).toHaveLength(pages);
});

test.each([-1, Number.NaN])("a limit of %s is refused before anything is asked for", async (limit) => {
  const { klaviyo, mock } = await mockClient();
  await expect(paginate(klaviyo, "/api/catalog-items").toArray({ limit })).rejects.toThrow(`not ${limit}`);
  expect(mock.requests).toHaveLength(0);
});

test("a client may be extended, be a part of one, or a stub of GET alone", async () => {
  const { klaviyo } = await mockClient();
  const shop: Shop = { ...klaviyo, ping: () => "pong" };
  const part: Pick<Client, "GET" | "baseUrl"> = shop;
  const document = { data: [{ type: "catalog-item", id: "1" }] };
  const stub = { GET: async () => ({ data: document, response: new Response() }) } as unknown as Pick<Client, "GET">;
  const path = "/api/catalog-items";
  expect(await paginate(shop, path).toArray()).toHaveLength(7);
  expect(await paginate({ ...klaviyo, ping() {} }, path).toArray()).toHaveLength(7);
  expect(await paginate(part, path).toArray()).toHaveLength(7);
  const [item] = await paginate(stub, path).toArray();
  expectTypeOf(item).toEqualTypeOf<ResourceOf<"/api/catalog-items"> | undefined>();
  expect(item?.id).toBe("1");
});

test("behind a proxy, links that name the API are followed through the proxy", async () => {
  const next = "https://a.klaviyo.com/api/catalog-items?page%5Bcursor%5D=x";
  const fetch = fakeFetch({ data: [], links: { next } }, { data: [], links: { next: null } });
  await titles(paginate(testClient({ fetch, baseUrl: "https://proxy.example/k" }), "/api/catalog-items") as never);
  expect(fetch.last.url).toBe("https://proxy.example/k/api/catalog-items?page[cursor]=x");
});

test("an abort between two pages ends it, and an error answer is thrown", async () => {
  const { klaviyo, mock } = await mockClient();
  const controller = new AbortController();
  const items = paginate(klaviyo, "/api/catalog-items", { params: { query: twoByTwo }, signal: controller.signal });
  const reading = (async () => {
    for await (const _ of items.pages()) controller.abort(new Error("enough"));
  })();
  await expect(reading).rejects.toThrow("enough");
  expect(mock.requests).toHaveLength(1);
  const failing = testClient({ fetch: fakeFetch(404) });
  await expect(titles(paginate(failing, "/api/catalog-items") as never)).rejects.toMatchObject({ status: 404 });
});
