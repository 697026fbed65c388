import { describe, expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import { type Call, createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, itemInput, variantInput } from "../testing/inputs.ts";

function start() {
  const clock = virtualClock();
  const mock = createMock({ clock, limits: false });
  return { clock, mock, state: mock.state, call: createCaller(mock) };
}

const identifier = (kind: string, id: string) => ({ type: `catalog-${kind}`, id: idOf(id) });
const linkage = (kind: string, ...ids: string[]) => ({ data: ids.map((id) => identifier(kind, id)) });

async function fill(call: Call) {
  for (const id of ["C1", "C2"]) await call("POST", "/api/catalog-categories", { data: categoryInput(id) });
  const categories = { categories: linkage("category", "C1") };
  await call("POST", "/api/catalog-items", { data: itemInput("I1", {}, categories) });
  await call("POST", "/api/catalog-items", { data: itemInput("I2", {}, categories) });
  await call("POST", "/api/catalog-variants", { data: variantInput("V1", "I1") });
}

describe("creating", () => {
  test("gives the compound id, the defaults and the times", async () => {
    const { call } = start();
    const { status, body } = await call("POST", "/api/catalog-items", { data: itemInput("A b") });
    expect([status, body.data.id]).toEqual([201, "$custom:::$default:::A b"]);
    expect(body.data.attributes).toMatchObject({
      external_id: "A b",
      published: true,
      price: null,
      created: "2026-01-01T00:00:00+00:00",
      updated: "2026-01-01T00:00:00+00:00",
    });
    const variant = await call("POST", "/api/catalog-variants", { data: variantInput("V", "A b") });
    expect(variant.body.data.attributes).toMatchObject({ published: true, inventory_policy: 0 });
    expect(variant.body.data.relationships.item.data.id).toBe(idOf("A b"));
  });

  test("what exists already is a conflict", async () => {
    const { call } = start();
    await call("POST", "/api/catalog-items", { data: itemInput("A") });
    const { status, body } = await call("POST", "/api/catalog-items", { data: itemInput("A") });
    expect([status, body.errors[0].source.pointer]).toEqual([409, "/data/attributes/external_id"]);
  });

  test.each([
    ["a missing field", itemInput("A", { title: undefined }), "/data/attributes/title"],
    ["an unknown field", itemInput("A", { colour: "red" }), "/data/attributes/colour"],
    ["a wrong type", itemInput("A", { price: "12" }), "/data/attributes/price"],
    ["a wrong type in a list", itemInput("A", { images: ["a", 1] }), "/data/attributes/images/1"],
    ["a wrong resource type", { ...itemInput("A"), type: "catalog-items" }, "/data/type"],
    ["another integration", itemInput("A", { integration_type: "$shopify" }), "/data/attributes/integration_type"],
    ["a url that is none", itemInput("A", { url: "shirt" }), "/data/attributes/url"],
    ["a negative price", itemInput("A", { price: -1 }), "/data/attributes/price"],
    ["an empty external id", itemInput(""), "/data/attributes/external_id"],
    ["nested metadata", itemInput("A", { custom_metadata: { a: { b: 1 } } }), "/data/attributes/custom_metadata"],
    [
      "too much metadata",
      itemInput("A", { custom_metadata: { a: "x".repeat(100_000) } }),
      "/data/attributes/custom_metadata",
    ],
  ])("%s is refused with a pointer", async (_, data, pointer) => {
    const { call, state } = start();
    const { status, body } = await call("POST", "/api/catalog-items", { data });
    expect([status, body.errors.map((error: { source: object }) => error.source)]).toEqual([400, [{ pointer }]]);
    expect(state.items.size).toBe(0);
  });

  test("several mistakes are all told at once", async () => {
    const data = itemInput("A", { title: 1, description: undefined, colour: "red" });
    const { body } = await start().call("POST", "/api/catalog-items", { data });
    expect(body.errors).toHaveLength(3);
  });

  test("a parent or a link that does not exist is not found, and nothing is created", async () => {
    const { call, state } = start();
    const orphan = await call("POST", "/api/catalog-variants", { data: variantInput("V", "none") });
    expect([orphan.status, orphan.body.errors[0].source.pointer]).toEqual([404, "/data/relationships/item/data/id"]);
    const parentless = { ...variantInput("V", "none"), relationships: { item: {} } };
    const without = await call("POST", "/api/catalog-variants", { data: parentless });
    expect([without.status, without.body.errors[0].source.pointer]).toEqual([400, "/data/relationships/item/data"]);
    const relationships = { categories: linkage("category", "none") };
    const loose = await call("POST", "/api/catalog-items", { data: itemInput("A", {}, relationships) });
    expect([loose.status, loose.body.errors[0].source.pointer]).toEqual([
      404,
      "/data/relationships/categories/data/0/id",
    ]);
    expect([state.items.size, state.variants.size]).toEqual([0, 0]);
  });
});

describe("updating", () => {
  test("changes what is given, keeps the rest and moves the time", async () => {
    const { call, clock } = start();
    await fill(call);
    clock.advance(5_000);
    const data = { ...identifier("item", "I1"), attributes: { price: 3, title: "New" } };
    const { body } = await call("PATCH", `/api/catalog-items/${idOf("I1")}`, { data });
    expect(body.data.attributes).toMatchObject({
      title: "New",
      price: 3,
      description: "An item",
      created: "2026-01-01T00:00:00+00:00",
      updated: "2026-01-01T00:00:05+00:00",
    });
  });

  test("links that are given replace the old ones, links that are not stay", async () => {
    const { call, state } = start();
    await fill(call);
    const patch = (relationships?: object) =>
      call("PATCH", `/api/catalog-items/${idOf("I1")}`, {
        data: { ...identifier("item", "I1"), attributes: {}, ...(relationships && { relationships }) },
      });
    await patch();
    expect(state.items.get(idOf("I1"))?.related.categories).toEqual([idOf("C1")]);
    await patch({ categories: linkage("category", "C2") });
    expect(state.items.get(idOf("I1"))?.related.categories).toEqual([idOf("C2")]);
    expect(state.categories.get(idOf("C1"))?.related.items).toEqual([idOf("I2")]);
  });

  test("another sku is found under its new name only", async () => {
    const { call } = start();
    await fill(call);
    const data = { ...identifier("variant", "V1"), attributes: { sku: "NEW" } };
    await call("PATCH", `/api/catalog-variants/${idOf("V1")}`, { data });
    const count = async (sku: string) =>
      (await call("GET", `/api/catalog-variants?filter=equals(sku,"${sku}")`)).body.data.length;
    expect([await count("SKU-V1"), await count("NEW")]).toEqual([0, 1]);
  });

  test("a body about another record than the path's is a conflict", async () => {
    const { call } = start();
    await fill(call);
    const data = { ...identifier("item", "I2"), attributes: {} };
    const { status, body } = await call("PATCH", `/api/catalog-items/${idOf("I1")}`, { data });
    expect([status, body.errors[0].source.pointer]).toEqual([409, "/data/id"]);
  });
});

describe("deleting", () => {
  test("an item takes its variants and links along", async () => {
    const { call, state } = start();
    await fill(call);
    expect((await call("DELETE", `/api/catalog-items/${idOf("I1")}`)).status).toBe(204);
    expect(state.variants.size).toBe(0);
    expect(state.categories.get(idOf("C1"))?.related.items).toEqual([idOf("I2")]);
    expect((await call("GET", '/api/catalog-variants?filter=equals(sku,"SKU-V1")')).body.data).toEqual([]);
    expect((await call("DELETE", `/api/catalog-items/${idOf("I1")}`)).status).toBe(404);
  });

  test("a category leaves its items, a variant its item", async () => {
    const { call, state } = start();
    await fill(call);
    await call("DELETE", `/api/catalog-categories/${idOf("C1")}`);
    await call("DELETE", `/api/catalog-variants/${idOf("V1")}`);
    expect(state.items.get(idOf("I1"))?.related).toEqual({ variants: [], categories: [] });
    expect(state.items.size).toBe(2);
  });

  test("a record made anew after its deletion starts without the old links", async () => {
    const { call, state } = start();
    await fill(call);
    await call("DELETE", `/api/catalog-items/${idOf("I1")}`);
    await call("POST", "/api/catalog-items", { data: itemInput("I1") });
    expect(state.items.get(idOf("I1"))?.related).toEqual({ variants: [], categories: [] });
  });
});

describe("relationships", () => {
  const path = `/api/catalog-categories/${idOf("C2")}/relationships/items`;

  test("are added to, replaced and removed from, seen from both ends", async () => {
    const { call, state } = start();
    await fill(call);
    const items = () => state.categories.get(idOf("C2"))?.related.items;
    await call("POST", path, linkage("item", "I1"));
    await call("POST", path, linkage("item", "I1", "I2"));
    expect(items()).toEqual([idOf("I1"), idOf("I2")]);
    expect(state.items.get(idOf("I2"))?.related.categories).toEqual([idOf("C1"), idOf("C2")]);
    await call("PATCH", path, linkage("item", "I2"));
    expect(items()).toEqual([idOf("I2")]);
    await call("DELETE", path, linkage("item", "I2"));
    expect(items()).toEqual([]);
    expect((await call("DELETE", path, linkage("item", "I2"))).status).toBe(204);
  });

  test("to what does not exist are not found, and nothing is linked", async () => {
    const { call, state } = start();
    await fill(call);
    const { status, body } = await call("POST", path, linkage("item", "I1", "none"));
    expect([status, body.errors[0].source.pointer]).toEqual([404, "/data/1/id"]);
    expect(state.categories.get(idOf("C2"))?.related.items).toEqual([]);
  });
});

describe("request bodies", () => {
  const send = (body: string, contentType: string) =>
    start().mock.fetch("/api/catalog-items", {
      method: "POST",
      body,
      headers: { authorization: "Klaviyo-API-Key pk_a", revision: "2026-07-15", "content-type": contentType },
    });

  test.each([
    ["{", "application/json", 400, "parse_error"],
    ["", "application/json", 400, "parse_error"],
    ["[]", "application/vnd.api+json", 400, "invalid"],
    ["{}", "text/plain", 415, "unsupported_media_type"],
    ["{}", "application/jsonp", 415, "unsupported_media_type"],
    [" ".repeat(5_000_001), "application/json", 413, "payload_too_large"],
  ])("%.10s as %s is answered with %i", async (body, contentType, status, code) => {
    const response = await send(body, contentType);
    expect([response.status, (await response.json()).errors[0].code]).toEqual([status, code]);
  });

  test("both of the API's media types are taken, with parameters", async () => {
    const body = JSON.stringify({ data: itemInput("A") });
    expect((await send(body, "application/json; charset=utf-8")).status).toBe(201);
    expect((await send(body, "application/vnd.api+json")).status).toBe(201);
  });
});

test("a back-in-stock subscription needs a variant and somebody to tell", async () => {
  const { call, state } = start();
  await fill(call);
  const subscribe = (variant: string, attributes: object) =>
    call("POST", "/api/back-in-stock-subscriptions", {
      data: {
        type: "back-in-stock-subscription",
        attributes: { channels: ["EMAIL"], profile: { data: { type: "profile", attributes } } },
        relationships: { variant: { data: identifier("variant", variant) } },
      },
    });
  expect((await subscribe("V1", {})).status).toBe(400);
  expect((await subscribe("none", { email: "a@b.example" })).status).toBe(404);
  expect((await subscribe("V1", { email: "a@b.example" })).status).toBe(202);
  expect(state.subscriptions).toHaveLength(1);
});

test("a path or a method that the API does not have is refused in its form", async () => {
  const { call } = start();
  const unknown = await call("GET", "/api/no-such-things");
  expect([unknown.status, unknown.body.errors[0].code]).toEqual([404, "not_found"]);
  const method = await call("PUT", "/api/catalog-items", {});
  expect([method.status, method.body.errors[0].code]).toEqual([405, "method_not_allowed"]);
});
