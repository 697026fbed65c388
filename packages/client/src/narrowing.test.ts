import { expect, test } from "vitest";
import { createClient } from "./generated/2023-12-15.ts";
import { mockClient } from "./testing/mock-client.ts";
import { unwrap } from "./unwrap.ts";

// The lists say what the types say: a key too few or too many does not compile.
const exactly = <Value extends object>(keys: Record<keyof Value, true>) => Object.keys(keys).sort();
const keysOf = (value: object | undefined) => Object.keys(value ?? {}).sort();

test("the answer has exactly the attributes that the fieldsets leave in the type", async () => {
  const { klaviyo } = await mockClient();
  const query = {
    include: ["variants"],
    "fields[catalog-item]": ["title"],
    "fields[catalog-variant]": ["sku", "price"],
  } as const;
  const document = await unwrap(klaviyo.GET("/api/catalog-items", { params: { query } }));
  type Item = (typeof document.data)[number]["attributes"];
  type Variant = (typeof document.included)[number]["attributes"];
  expect(keysOf(document.data[0]?.attributes)).toEqual(exactly<Item>({ title: true }));
  expect(keysOf(document.included[0]?.attributes)).toEqual(exactly<Variant>({ sku: true, price: true }));
  expect(new Set(document.included.map(({ type }) => type))).toEqual(new Set(["catalog-variant"]));
});

test("without include there is no included, with it there is, both revisions", async () => {
  const { klaviyo, mock } = await mockClient();
  const plain = await unwrap(klaviyo.GET("/api/catalog-items"));
  type Keys = Required<Omit<typeof plain, "meta">>;
  expect(keysOf(plain)).toEqual(exactly<Keys>({ data: true, links: true }));
  const pinned = createClient({ apiKey: "pk_1", fetch: (request, init) => mock.fetch(request, init) });
  const old = await unwrap(pinned.GET("/api/catalog-items/", { params: { query: { include: ["variants"] } } }));
  expect(old.included.map(({ type }) => type)).toEqual(["catalog-variant", "catalog-variant"]);
  expect(await unwrap(pinned.GET("/api/catalog-items/"))).not.toHaveProperty("included");
});

test("without a fieldset the answer has every attribute of the type", async () => {
  const { klaviyo } = await mockClient();
  const { data: category } = await unwrap(
    klaviyo.GET("/api/catalog-categories/{id}", { params: { path: { id: "$custom:::$default:::C1" } } }),
  );
  type Category = typeof category.attributes;
  expect(keysOf(category.attributes)).toEqual(exactly<Category>({ external_id: true, name: true, updated: true }));
});
