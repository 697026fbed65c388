import { describe, expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock, type MockOptions } from "../create-mock.ts";
import { type Call, createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, itemInput, jobInput, variantInput } from "../testing/inputs.ts";

const day = 24 * 60 * 60 * 1_000;

function start(options?: MockOptions) {
  const clock = virtualClock();
  const mock = createMock({ clock, limits: false, ...options });
  return { clock, mock, state: mock.state, call: createCaller(mock) };
}

const plurals: Record<string, string> = { item: "items", variant: "variants", category: "categories" };

async function submit(call: Call, kind: string, action: string, records: readonly unknown[]) {
  const path = `/api/catalog-${kind}-bulk-${action}-jobs`;
  const { status, body } = await call("POST", path, jobInput(kind, plurals[kind] ?? "", action, records));
  return { status, body, path: `${path}/${body.data?.id}` };
}

async function run(kind: string, action: string, records: readonly unknown[], mock = start()) {
  const { call, clock } = mock;
  const { path } = await submit(call, kind, action, records);
  clock.advance(10_000);
  const { body } = await call("GET", path);
  const { errors, ...attributes } = body.data.attributes;
  const pointers = errors.map((error: { source: { pointer: string } }) => error.source.pointer);
  const succeeded = body.data.relationships[plurals[kind] ?? ""].data.map((one: { id: string }) => one.id);
  return { ...mock, attributes, pointers, succeeded };
}

async function withItem(): Promise<ReturnType<typeof start>> {
  const mock = start();
  await mock.call("POST", "/api/catalog-items", { data: itemInput("I1") });
  return mock;
}

describe("time", () => {
  test("a job is queued, then works through its records evenly, then is complete", async () => {
    const { call, clock, state } = start({ pace: { queued: 1_000, processing: 4_000 } });
    const { status, body, path } = await submit(
      call,
      "category",
      "create",
      ["A", "B", "C", "D"].map((id) => categoryInput(id)),
    );
    expect([status, body.data.attributes.status]).toEqual([202, "queued"]);
    const seen: unknown[] = [];
    for (let second = 0; second <= 5; second++) {
      const { status: at, completed_count, completed_at } = (await call("GET", path)).body.data.attributes;
      seen.push([at, completed_count, completed_at, state.categories.size]);
      clock.advance(1_000);
    }
    expect(seen).toEqual([
      ["queued", 0, null, 0],
      ["processing", 0, null, 0],
      ["processing", 1, null, 1],
      ["processing", 2, null, 2],
      ["processing", 3, null, 3],
      ["complete", 4, "2026-01-01T00:00:05+00:00", 4],
    ]);
  });

  test("without any pace a job is still answered as queued first", async () => {
    const { call } = start({ pace: { queued: 0, processing: 0 } });
    const { body, path } = await submit(call, "category", "create", [categoryInput("A")]);
    expect(body.data.attributes.status).toBe("queued");
    expect((await call("GET", path)).body.data.attributes.status).toBe("complete");
  });

  test("what a job wrote is there whether or not anybody asks for the job", async () => {
    const { call, clock } = start();
    await submit(call, "category", "create", [categoryInput("A")]);
    clock.advance(1_000);
    expect((await call("GET", `/api/catalog-categories/${idOf("A")}`)).status).toBe(200);
  });

  test("the state and its times are those of every moment, though nobody looked", async () => {
    const { call, clock, state } = start({ pace: { queued: 0, processing: 4_000 } });
    const items = ["I1", "I2"].map((id) => itemInput(id));
    const categories = ["A", "B", "C", "D"].map((id) => categoryInput(id));
    await submit(call, "category", "create", categories);
    await submit(call, "item", "create", items);
    clock.advance(2_500);
    expect([state.categories.size, state.items.size]).toEqual([2, 1]);
    clock.advance(60_000);
    const created = [...state.categories.all(), ...state.items.all()].map(({ attributes }) => attributes.created);
    expect(created).toEqual(["01", "02", "03", "04", "02", "04"].map((second) => `2026-01-01T00:00:${second}+00:00`));
    const answered = await call("GET", "/api/catalog-items?sort=-created");
    expect(answered.body.data[0].attributes.created).toBe("2026-01-01T00:00:04+00:00");
  });

  test("a job is gone once it has expired", async () => {
    const { call, clock } = start();
    const { body, path } = await submit(call, "category", "create", [categoryInput("A")]);
    expect(body.data.attributes.expires_at).toBe("2026-01-08T00:00:00+00:00");
    clock.advance(7 * day - 1);
    expect((await call("GET", path)).status).toBe(200);
    clock.advance(1);
    expect((await call("GET", path)).status).toBe(404);
    expect((await call("GET", "/api/catalog-category-bulk-create-jobs")).body.data).toEqual([]);
  });

  test("a cancelled job stays where it was", async () => {
    const { call, clock, state } = start({ pace: { queued: 0, processing: 1_000 } });
    const { body, path } = await submit(call, "category", "create", [categoryInput("A"), categoryInput("B")]);
    clock.advance(500);
    state.cancelJob(body.data.id);
    clock.advance(5_000);
    expect((await call("GET", path)).body.data.attributes).toMatchObject({ status: "cancelled", completed_count: 1 });
    expect(state.categories.size).toBe(1);
    expect(() => state.cancelJob(body.data.id)).toThrow("is cancelled");
    expect(() => state.cancelJob("none")).toThrow("no job");
  });
});

describe("records that fail", () => {
  test("duplicates, in the catalog and in the job", async () => {
    const { attributes, pointers, succeeded } = await run(
      "item",
      "create",
      [itemInput("I1"), itemInput("I2"), itemInput("I2")],
      await withItem(),
    );
    expect(attributes).toMatchObject({ status: "complete", total_count: 3, completed_count: 1, failed_count: 2 });
    expect(pointers).toEqual([
      "/data/attributes/items/data/0/attributes/external_id",
      "/data/attributes/items/data/2/attributes/external_id",
    ]);
    expect(succeeded).toEqual([idOf("I2")]);
  });

  test("missing parents, and a parent that an earlier job makes", async () => {
    const mock = start();
    await submit(mock.call, "item", "create", [itemInput("I1")]);
    mock.clock.advance(1_000);
    const records = [variantInput("V1", "I1"), variantInput("V2", "none")];
    const { pointers, succeeded } = await run("variant", "create", records, mock);
    expect(pointers).toEqual(["/data/attributes/variants/data/1/relationships/item/data/id"]);
    expect(succeeded).toEqual([idOf("V1")]);
  });

  test("bad values", async () => {
    const records = [itemInput("A", { url: "x" }), itemInput("B", { price: -1 }), itemInput("C")];
    const { pointers, succeeded } = await run("item", "create", records);
    expect(pointers).toEqual([
      "/data/attributes/items/data/0/attributes/url",
      "/data/attributes/items/data/1/attributes/price",
    ]);
    expect(succeeded).toEqual([idOf("C")]);
  });

  test.each(["update", "delete"])("records to %s that do not exist", async (action) => {
    const attributes = action === "update" ? { attributes: { title: "New" } } : {};
    const records = ["none", "I1"].map((id) => ({ type: "catalog-item", id: idOf(id), ...attributes }));
    const { pointers, succeeded, state } = await run("item", action, records, await withItem());
    expect(pointers).toEqual(["/data/attributes/items/data/0/id"]);
    expect(succeeded).toEqual([idOf("I1")]);
    expect(state.items.get(idOf("I1"))?.attributes.title).toBe(action === "update" ? "New" : undefined);
  });

  test("a record of the wrong shape has the whole job refused at once", async () => {
    const { call } = start();
    const { status, body } = await submit(call, "item", "create", [itemInput("A"), itemInput("B", { price: "1" })]);
    expect([status, body.errors[0].source.pointer]).toEqual([400, "/data/attributes/items/data/1/attributes/price"]);
    expect((await call("GET", "/api/catalog-item-bulk-create-jobs")).body.data).toEqual([]);
  });
});

describe("limits", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => categoryInput(`${i}`));

  test("a job takes 100 records and no more", async () => {
    const { call } = start();
    expect((await submit(call, "category", "create", many(100))).status).toBe(202);
    const { status, body } = await submit(call, "category", "create", many(101));
    expect([status, body.errors[0].source.pointer]).toEqual([400, "/data/attributes/categories/data"]);
    expect(body.errors[0].detail).toContain("at most 100 records");
  });

  test("500 jobs are in progress and no more, until one is done", async () => {
    const { call, clock } = start();
    for (let i = 0; i < 500; i++) expect((await submit(call, "category", "create", many(1))).status).toBe(202);
    const refused = await submit(call, "category", "create", many(1));
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, "limit_exceeded"]);
    clock.advance(1_000);
    expect((await submit(call, "category", "create", many(1))).status).toBe(202);
  });

  test("a job without records is refused", async () => {
    const { status, body } = await submit(start().call, "category", "delete", []);
    expect([status, body.errors[0].source.pointer]).toEqual([400, "/data/attributes/categories/data"]);
  });

  test("a body of more than 5 MB is too large", async () => {
    const { call } = start();
    const image = "x".repeat(50_000);
    const records = Array.from({ length: 100 }, (_, i) => itemInput(`${i}`, { image_full_url: image }));
    expect((await submit(call, "item", "create", records)).status).toBe(413);
    expect((await submit(call, "item", "create", records.slice(1))).status).toBe(202);
  });
});

describe("reading", () => {
  test("jobs of one family are listed in order, by status", async () => {
    const { call, clock } = start();
    const first = await submit(call, "category", "create", [categoryInput("A")]);
    clock.advance(10_000);
    const second = await submit(call, "category", "create", [categoryInput("B")]);
    await submit(call, "category", "delete", []);
    const list = async (search: string) =>
      (await call("GET", `/api/catalog-category-bulk-create-jobs${search}`)).body.data.map(
        (one: { id: string }) => one.id,
      );
    expect(await list("")).toEqual([first.body.data.id, second.body.data.id]);
    expect(await list('?filter=equals(status,"complete")')).toEqual([first.body.data.id]);
    expect(await list('?filter=equals(status,"queued")')).toEqual([second.body.data.id]);
  });

  test("a job is found under its own family only", async () => {
    const { call } = start();
    const { body } = await submit(call, "category", "create", [categoryInput("A")]);
    expect((await call("GET", `/api/catalog-category-bulk-update-jobs/${body.data.id}`)).status).toBe(404);
  });

  test("include brings the records that succeeded and still exist", async () => {
    const { call, clock } = start();
    const { path } = await submit(call, "category", "create", [categoryInput("A"), categoryInput("B")]);
    clock.advance(10_000);
    await call("DELETE", `/api/catalog-categories/${idOf("A")}`);
    const { body } = await call("GET", `${path}?include=categories`);
    expect(body.included.map((one: { id: string }) => one.id)).toEqual([idOf("B")]);
    expect(body.data.relationships.categories.data).toHaveLength(2);
  });
});
