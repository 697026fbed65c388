import { expect, test } from "vitest";
import type { BulkAction, BulkType } from "./bulk-record.ts";
import { entryOf, resourceFor } from "./entry.ts";

const itemLink = { item: { data: { type: "catalog-item", id: "$custom:::$default:::I1" } } };
const item = { external_id: "I1", title: "Shirt", description: "Warm", url: "https://shop.example" };
const whole = {
  "catalog-item": item,
  "catalog-variant": { ...item, sku: "S", inventory_quantity: 0, price: 1, relationships: itemLink },
  "catalog-category": { external_id: "C1", name: "Shirts" },
} satisfies Record<BulkType, object>;

const detailOf = (record: unknown, action: BulkAction = "create", type: BulkType = "catalog-category") =>
  entryOf(record, 0, action, type).error?.detail;

test.each(Object.entries(whole) as [BulkType, object][])(
  "a %s lacks nothing, or the one attribute that it lacks is told",
  (type, record) => {
    for (const action of ["create", "upsert"] as const) {
      expect(detailOf(record, action, type)).toBeUndefined();
      for (const name of Object.keys(record).filter((name) => name !== "relationships")) {
        const expected = ["inventory_quantity", "price"].includes(name) ? "number" : "string";
        const isWrong = (value: unknown, is: string) =>
          expect(detailOf({ ...record, [name]: value }, action, type)).toBe(
            `Its ${name} is ${is}; expected a ${expected}.`,
          );
        isWrong(undefined, "missing");
        isWrong(null, "null");
        isWrong(true, "a boolean");
        isWrong({}, "an object");
      }
    }
  },
);

test("an external id is no empty text, as others may be", () => {
  expect(detailOf({ external_id: "C1", name: "" })).toBeUndefined();
  expect(detailOf({ external_id: "", name: "Shirts" })).toBe('Its external_id is ""; expected a string.');
  expect(detailOf({ attributes: { external_id: "C1", name: "" } })).toBeUndefined();
});

test.each([undefined, {}, { item: undefined }, { item: {} }, { item: { data: null } }, { item: { data: { id: "" } } }])(
  "a variant with the relationships %j has no item",
  (relationships) => {
    const detail = "It has no item; expected relationships.item.data to name one.";
    expect(detailOf({ ...whole["catalog-variant"], relationships }, "create", "catalog-variant")).toBe(detail);
    expect(detailOf({ id: "V1", relationships }, "update", "catalog-variant")).toBeUndefined();
  },
);

test.each(["update", "delete"] as const)("%s needs an id, and nothing else", (action) => {
  expect(detailOf({ id: "C1" }, action)).toBeUndefined();
  expect(detailOf({ name: "Shirts" }, action)).toBe("Its id is missing; expected a string.");
  expect(detailOf({ id: "" }, action)).toBe('Its id is ""; expected a string.');
  expect(detailOf({ id: null }, action)).toBe("Its id is null; expected a string.");
  expect(detailOf({ id: 7 }, action)).toBe("Its id is a number; expected a string.");
});

test.each([
  [undefined, "missing"],
  [null, "null"],
  ["I1", "a string"],
  [7, "a number"],
  [["I1"], "an array"],
])("%j is no record", (record, what) => {
  expect(entryOf(record, 3, "create", "catalog-item")).toMatchObject({
    index: 3,
    record,
    id: undefined,
    error: { code: "invalid_record", detail: `It cannot be written as JSON: it is ${what}, not an object` },
  });
});

test.each(["create", "update", "upsert"] as const)("what stands beside attributes is told by %s", (action) => {
  const record = { id: "C1", attributes: { external_id: "C1", name: "Shirts" } };
  const besides = { type: "catalog-category", relationships: {}, links: {}, meta: {}, name: undefined };
  expect(detailOf({ ...record, ...besides }, action)).toBeUndefined();
  expect(detailOf({ ...record, title: "Shirts" }, action)).toBe(
    "Its title stands beside its attributes; expected it among them.",
  );
  expect(detailOf({ ...record, title: "Shirts" }, "delete")).toBeUndefined();
});

test("a record is as large as its JSON in bytes, and may be as large as a request without what stands around it", () => {
  const record = (name: string) => ({ external_id: "C1", name });
  const { size } = entryOf(record(""), 0, "create", "catalog-category");
  expect(size).toBe(JSON.stringify({ type: "catalog-category", attributes: record("") }).length);
  expect(entryOf(record("é€😀\x7f"), 0, "create", "catalog-category").size).toBe(size + 2 + 3 + 4 + 1);
  const most = "x".repeat(4_990_000 - size);
  expect(detailOf(record(most))).toBeUndefined();
  expect(entryOf(record(`${most}x`), 0, "create", "catalog-category")).toMatchObject({
    id: "$custom:::$default:::C1",
    error: { code: "record_too_large", detail: "It has 4990001 bytes; a request has at most 5000000." },
  });
});

test("an id has 2000 characters in a URL at most", () => {
  expect(detailOf({ id: "x".repeat(2000) }, "delete")).toBeUndefined();
  expect(detailOf({ id: "x".repeat(2001) }, "delete")).toBe("Its id has 2001 characters in a URL; it can have 2000.");
  expect(detailOf({ id: "€".repeat(222) }, "delete")).toBeUndefined();
  expect(detailOf({ id: "€".repeat(223) }, "delete")).toBe("Its id has 2007 characters in a URL; it can have 2000.");
});

test("an id is made of the external id and where it comes from", () => {
  const idOf = (more: object) => entryOf({ ...whole["catalog-category"], ...more }, 0, "create", "catalog-category").id;
  expect(idOf({})).toBe("$custom:::$default:::C1");
  expect(idOf({ integration_type: "$shop", catalog_type: "$old" })).toBe("$shop:::$old:::C1");
  expect(entryOf({ id: "C1" }, 0, "delete", "catalog-category").id).toBe("C1");
});

test("the first value that JSON would change is told, by name or by value", () => {
  expect(detailOf({ external_id: "C1", name: "One", a: "\ud83d", b: Number.NaN })).toMatch(/^Its a holds half of/);
  expect(detailOf({ external_id: "C1", name: "One", a: Number.NaN, b: "\ud83d" })).toMatch(/^Its a is NaN/);
  expect(detailOf({ external_id: "C1", name: "One", "\udc00": 1 })).toContain("holds half of a character");
  expect(detailOf({ external_id: "C1", name: "\\ud83d and null", none: null, many: 7 })).toBeUndefined();
});

test("what an upsert found to exist is updated without its parts of the id, and a variant without its item", () => {
  const { id, attributes, relationships, update } = {
    id: "$custom:::$default:::I1",
    attributes: { ...item, integration_type: "$custom", catalog_type: "$default" },
    relationships: { ...itemLink, categories: { data: [] } },
    update: { title: "Shirt", description: "Warm", url: "https://shop.example" },
  };
  const resource = (record: object, action: "create" | "update") =>
    resourceFor(entryOf(record, 0, "upsert", "catalog-item"), action);
  const type = "catalog-item";
  expect(resource({ attributes, relationships }, "update")).toEqual({
    type,
    id,
    attributes: update,
    relationships: { categories: { data: [] } },
  });
  expect(resource({ attributes, relationships: itemLink }, "update")).toStrictEqual({ type, id, attributes: update });
  expect(resource(attributes, "update")).toStrictEqual({ type, id, attributes: update });
  expect(resource({ attributes, relationships }, "create")).toEqual({ type, attributes, relationships });
  expect(resource(attributes, "create")).toStrictEqual({ type, attributes });
});

test("an update is sent as it is, and a deletion is an id", () => {
  const record = { id: "C1", name: "Shirts", external_id: "C1", relationships: {} };
  const sent = (action: "update" | "delete") => resourceFor(entryOf(record, 0, action, "catalog-category"), action);
  const { relationships, id, ...attributes } = record;
  expect(sent("update")).toStrictEqual({ type: "catalog-category", id, attributes, relationships });
  expect(sent("delete")).toStrictEqual({ type: "catalog-category", id });
});

test("the same record has the same hash of 31 bits, and another one has another", () => {
  const hashOf = (name: string) => entryOf({ external_id: "C1", name }, 0, "create", "catalog-category").hash;
  const names = Array.from({ length: 100 }, (_, index) => `Category ${index}`);
  expect(names.map(hashOf)).toEqual(names.map(hashOf));
  expect(new Set(names.map(hashOf)).size).toBe(100);
  expect(Math.max(...names.map(hashOf))).toBeLessThan(2 ** 31);
});

test("a source may change what it gave", () => {
  const relationships: Record<string, unknown> = { ...itemLink };
  const { resource } = entryOf({ attributes: item, relationships }, 0, "create", "catalog-item");
  delete relationships.item;
  expect(resource.relationships).toEqual(itemLink);
});
