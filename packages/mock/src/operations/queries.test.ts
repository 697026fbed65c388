import { describe, expect, test } from "vitest";
import { createMock } from "../create-mock.ts";
import { fragment as first } from "../generated/2023-12-15.ts";
import { fragment as current } from "../generated/2026-07-15.ts";
import { type Call, createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, itemInput, variantInput } from "../testing/inputs.ts";
import { pageSizeOf } from "../testing/operation-of.ts";
import { behaviourOf } from "./behaviours.ts";
import { operationKey } from "./operation.ts";

interface Listed {
  id: string;
  type: string;
  attributes: Record<string, unknown>;
}

function start(revision?: string) {
  const mock = createMock({ limits: false });
  return { mock, call: createCaller(mock, revision === undefined ? {} : { revision }) };
}

async function fill(call: Call) {
  await call("POST", "/api/catalog-categories", { data: categoryInput("C1", { name: "Summer" }) });
  await call("POST", "/api/catalog-categories", { data: categoryInput("C2", { name: "Winter" }) });
  const inSummer = { categories: { data: [{ type: "catalog-category", id: idOf("C1") }] } };
  await call("POST", "/api/catalog-items", { data: itemInput("I1", { title: 'Red "shirt"' }, inSummer) });
  await call("POST", "/api/catalog-items", {
    data: itemInput("I2", { title: "Blue shirt", published: false }, inSummer),
  });
  await call("POST", "/api/catalog-items", { data: itemInput("I3", { title: "Hat" }) });
  await call("POST", "/api/catalog-variants", { data: variantInput("V1", "I1", { sku: "S-1" }) });
  await call("POST", "/api/catalog-variants", { data: variantInput("V2", "I2", { sku: "S-2", published: false }) });
}

const ids = (body: { data: Listed[] }) => body.data.map((one) => one.id.split(":::")[2]);
const query = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;

describe("filter", () => {
  test.each([
    ["items", `any(ids,["${idOf("I3")}","${idOf("I1")}","none"])`, ["I1", "I3"]],
    ["items", `equals(category.id,"${idOf("C1")}")`, ["I1", "I2"]],
    ["items", 'contains(title,"shirt")', ["I1", "I2"]],
    ["items", `contains(title,'"shirt"')`, ["I1"]],
    ["items", "equals(published,false)", ["I2"]],
    ["items", `contains(title,"shirt"),equals(published,true),equals(category.id,"${idOf("C1")}")`, ["I1"]],
    ["items", 'equals(category.id,"none")', []],
    ["variants", `any(ids,["${idOf("V2")}"])`, ["V2"]],
    ["variants", `equals(item.id,"${idOf("I1")}")`, ["V1"]],
    ["variants", 'equals(sku,"S-2")', ["V2"]],
    ["variants", 'contains(title,"V1")', ["V1"]],
    ["variants", "equals(published,false)", ["V2"]],
    ["categories", `any(ids,["${idOf("C2")}"])`, ["C2"]],
    ["categories", `equals(item.id,"${idOf("I1")}")`, ["C1"]],
    ["categories", 'contains(name,"inter")', ["C2"]],
  ])("of %s by %s", async (collection, filter, expected) => {
    const { call } = start();
    await fill(call);
    const { status, body } = await call("GET", `/api/catalog-${collection}${query({ filter })}`);
    expect(status).toBe(200);
    expect(ids(body)).toEqual(expected);
  });

  test("narrows a related list to what also is in it", async () => {
    const { call } = start();
    await fill(call);
    const filter = query({ filter: `any(ids,["${idOf("I1")}","${idOf("I3")}"])` });
    expect(ids((await call("GET", `/api/catalog-categories/${idOf("C1")}/items${filter}`)).body)).toEqual(["I1"]);
    expect(ids((await call("GET", `/api/catalog-categories/${idOf("C1")}/relationships/items${filter}`)).body)).toEqual(
      ["I1"],
    );
  });

  describe.each([first, current])("at $revision", ({ revision, operations }) => {
    const samples: Record<string, string> = { string: '"x"', boolean: "true" };

    test("takes every field with every operator that the fragment gives it, and nothing else", async () => {
      const { call } = start(revision);
      await fill(call);
      const filtered = operations.filter((operation) => operation.filters && behaviourOf(operationKey(operation)));
      expect(filtered.length).toBeGreaterThan(14);
      for (const { path, filters = {} } of filtered) {
        const pathname = path
          .replace("{id}", path.includes("categories/{") ? idOf("C1") : idOf("I1"))
          .replace(/\/$/, "");
        const answer = (filter: string) => call("GET", pathname + query({ filter }));
        for (const [field, { operators, value = {} }] of Object.entries(filters)) {
          const sample = value.enum ? JSON.stringify(value.enum[0]) : samples[value.type ?? ""];
          for (const operator of operators.single ?? []) {
            expect((await answer(`${operator}(${field},${sample})`)).status, `${path} ${operator} ${field}`).toBe(200);
            expect((await answer(`${operator}(${field},[${sample}])`)).status, `${path} ${operator} ${field}`).toBe(
              400,
            );
          }
          for (const operator of operators.list ?? []) {
            expect((await answer(`${operator}(${field},[${sample}])`)).status, `${path} ${operator} ${field}`).toBe(
              200,
            );
            expect((await answer(`${operator}(${field},${sample})`)).status, `${path} ${operator} ${field}`).toBe(400);
          }
          expect((await answer(`starts-with(${field},${sample})`)).status).toBe(400);
          expect((await answer(`equals(${field},12)`)).status).toBe(400);
        }
        expect((await answer('equals(colour,"red")')).status).toBe(400);
      }
    });
  });

  test.each([
    ["equals(", "Expected a field at position 7, found the end of the filter."],
    ['equals(colour,"x")', "'colour' at position 0 cannot be filtered on; expected one of "],
    [
      'equals(published,true),equals(title,"x")',
      "'equals' at position 23 does not apply to 'title'; expected one of contains.",
    ],
    ['equals(published,"yes")', "equals(published) at position 0 takes a boolean."],
    ['any(ids,"x")', "any(ids) at position 0 takes a list of a string"],
  ])("%s is refused with the position", async (filter, detail) => {
    const { status, body } = await start().call("GET", `/api/catalog-items${query({ filter })}`);
    expect([status, body.errors[0].source.parameter]).toEqual([400, "filter"]);
    expect(body.errors[0].detail).toContain(detail);
  });
});

describe("pages", () => {
  const more = async (call: Call, from: number, to: number) => {
    for (let i = from; i <= to; i++) await call("POST", "/api/catalog-categories", { data: categoryInput(`${i}`) });
  };
  const size = pageSizeOf("get_catalog_categories");
  const follow = async (call: Call, link: string) => {
    const { pathname, search } = new URL(link);
    return (await call("GET", pathname + search)).body;
  };

  test("hold what the document says unless page[size] says less, and lead on to the last", async () => {
    const { call } = start();
    await more(call, 1, size.default + 3);
    const one = (await call("GET", "/api/catalog-categories")).body;
    expect([one.data.length, one.links.prev]).toEqual([size.default, null]);
    const two = await follow(call, one.links.next);
    expect([ids(two), two.links.next]).toEqual([[1, 2, 3].map((more) => `${size.default + more}`), null]);
    const sized = (await call("GET", "/api/catalog-categories?page[size]=2")).body;
    expect(ids(await follow(call, sized.links.next))).toEqual(["3", "4"]);
  });

  test("follow sort, and lead back", async () => {
    const { call } = start();
    await more(call, 1, 5);
    const one = (await call("GET", "/api/catalog-categories?sort=-created&page[size]=2")).body;
    const two = await follow(call, one.links.next);
    const three = await follow(call, two.links.next);
    expect([one, two, three].map(ids)).toEqual([["5", "4"], ["3", "2"], ["1"]]);
    expect(ids(await follow(call, three.links.prev))).toEqual(["3", "2"]);
    const back = await follow(call, two.links.prev);
    expect([ids(back), back.links.prev]).toEqual([["5", "4"], null]);
  });

  test("neither repeat nor skip when records come and go between them", async () => {
    const { call } = start();
    await more(call, 1, 6);
    const one = (await call("GET", "/api/catalog-categories?page[size]=3&sort=-created")).body;
    await more(call, 7, 8);
    await call("DELETE", `/api/catalog-categories/${idOf("4")}`);
    await call("DELETE", `/api/catalog-categories/${idOf("6")}`);
    const two = await follow(call, one.links.next);
    expect([ids(one), ids(two)]).toEqual([
      ["6", "5", "4"],
      ["3", "2", "1"],
    ]);
  });

  test("keep the other parameters in their links", async () => {
    const { call } = start();
    await fill(call);
    const parameters = { filter: 'contains(title,"shirt")', "fields[catalog-item]": "title", "page[size]": "1" };
    const { links } = (await call("GET", `/api/catalog-items${query(parameters)}`)).body;
    expect(Object.fromEntries(new URL(links.next).searchParams)).toMatchObject(parameters);
    expect(ids(await follow(call, links.next))).toEqual(["I2"]);
  });

  test.each([
    ["page[size]=0", "page[size]"],
    [`page[size]=${size.maximum + 1}`, "page[size]"],
    ["page[size]=ten", "page[size]"],
    ["page[cursor]=abc", "page[cursor]"],
    ["sort=name", "sort"],
    ["fields[catalog-category]=name,colour", "fields[catalog-category]"],
    ["include=items", "include"],
    ["limit=5", "limit"],
  ])("%s is refused", async (search, parameter) => {
    const { status, body } = await start().call("GET", `/api/catalog-categories?${search}`);
    expect([status, body.errors[0].source.parameter]).toEqual([400, parameter]);
  });

  test("a cursor is only good for its list, filter and sort", async () => {
    const { call } = start();
    await fill(call);
    const items = "/api/catalog-items?page[size]=1";
    const { next } = (await call("GET", items)).body.links;
    const cursor = `page[cursor]=${new URL(next).searchParams.get("page[cursor]")}`;
    expect((await call("GET", `${items}&${cursor}&fields[catalog-item]=title`)).status).toBe(200);
    for (const other of [
      `${items}&sort=-created`,
      `${items}&filter=equals(published,true)`,
      "/api/catalog-variants?page[size]=1",
      `/api/catalog-categories/${idOf("C1")}/items?page[size]=1`,
    ]) {
      const { status, body } = await call("GET", `${other}&${cursor}`);
      expect([other, status, body.errors?.[0].source]).toEqual([other, 400, { parameter: "page[cursor]" }]);
    }
  });

  test("links are URIs for every operation that gives them, whatever characters the request had", async () => {
    const { call } = start();
    await fill(call);
    const uri = /^[\w\-.~:/?#@!$&'()*+,;=%]+$/;
    for (const path of [
      "/api/catalog-items?page[size]=1&fields[catalog-item]=title",
      `/api/catalog-items/${idOf("I1")}?fields[catalog-item]=title`,
      `/api/catalog-items/${idOf("I1")}/relationships/categories?page[size]=1`,
      "/api/catalog-item-bulk-create-jobs?fields[catalog-item-bulk-create-job]=status",
      `/api/catalog-items?filter=contains(title,"|^\`{}")`,
    ]) {
      const { body } = await call("GET", path);
      for (const link of Object.values(body.links)) if (link !== null) expect(link).toMatch(uri);
      expect(decodeURIComponent(body.links.self)).toContain(path.slice(path.indexOf("?")));
    }
  });

  test("page[size] does not exist in the first revision", async () => {
    expect((await start("2023-12-15").call("GET", "/api/catalog-categories?page[size]=5")).status).toBe(400);
  });
});

describe("include and fields", () => {
  test("include brings each related record once, with the ids in the relationship", async () => {
    const { call } = start();
    await fill(call);
    await call("POST", "/api/catalog-variants", { data: variantInput("V3", "I1") });
    const { body } = await call("GET", "/api/catalog-items?include=variants");
    expect(body.included.map((one: Listed) => one.id)).toEqual(["V1", "V3", "V2"].map(idOf));
    expect(body.data[0].relationships.variants.data).toEqual([
      { type: "catalog-variant", id: idOf("V1") },
      { type: "catalog-variant", id: idOf("V3") },
    ]);
    expect((await call("GET", "/api/catalog-items")).body).not.toHaveProperty("included");
  });

  test("fields leave only what they name, per type", async () => {
    const { call } = start();
    await fill(call);
    const search = "include=variants&fields[catalog-item]=title,price&fields[catalog-variant]=sku";
    const { data, included } = (await call("GET", `/api/catalog-items/${idOf("I1")}?${search}`)).body;
    expect(data.attributes).toEqual({ title: 'Red "shirt"', price: null });
    expect(included[0].attributes).toEqual({ sku: "S-1" });
    expect(data.links.self).toContain("/api/catalog-items/");
  });

  test("a repeated parameter is not a list: the last one counts", async () => {
    const { call } = start();
    await fill(call);
    const search = "fields[catalog-category]=external_id&fields[catalog-category]=name";
    const { data } = (await call("GET", `/api/catalog-categories/${idOf("C1")}?${search}`)).body;
    expect(data.attributes).toEqual({ name: "Summer" });
  });

  test("an absent attribute is null today and was left out in the first revision", async () => {
    const mock = createMock();
    await createCaller(mock)("POST", "/api/catalog-items", { data: itemInput("I") });
    const attributes = async (revision: string) =>
      (await createCaller(mock, { revision })("GET", `/api/catalog-items/${idOf("I")}`)).body.data.attributes;
    expect((await attributes("2026-07-15")).price).toBeNull();
    expect(await attributes("2023-12-15")).not.toHaveProperty("price");
  });
});
