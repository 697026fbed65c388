import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, itemInput, jobInput, variantInput } from "../testing/inputs.ts";
import { openDatabase } from "./open-database.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-"));
  file = join(folder, "catalog.db");
});
afterEach(() => rm(folder, { recursive: true }));

test("a mock opened on the same file goes on where the last one stopped", async () => {
  const clock = virtualClock();
  const open = async () => {
    const storage = await openDatabase(file);
    const mock = createMock({ clock, storage, limits: false, keys: { pk_test: {}, pk_other: {} } });
    return { storage, mock, call: createCaller(mock), other: createCaller(mock, { key: "pk_other" }) };
  };
  const jobs = "/api/catalog-category-bulk-create-jobs";

  const first = await open();
  const inC1 = { categories: { data: [{ type: "catalog-category", id: idOf("C1") }] } };
  await first.call("POST", "/api/catalog-categories", { data: categoryInput("C1") });
  for (const id of ["I1", "I2"]) await first.call("POST", "/api/catalog-items", { data: itemInput(id, {}, inC1) });
  await first.call("POST", "/api/catalog-variants", { data: variantInput("V1", "I1") });
  await first.call("DELETE", `/api/catalog-items/${idOf("I2")}`);
  await first.other("POST", "/api/catalog-categories", { data: categoryInput("X") });
  const records = ["J1", "J2", "J1"].map((id) => categoryInput(id));
  const { body } = await first.call("POST", jobs, jobInput("category", "categories", "create", records));
  clock.advance(700);
  const before = (await first.call("GET", `${jobs}/${body.data.id}`)).body;
  expect(before.data.attributes).toMatchObject({ status: "processing", completed_count: 1 });
  const lists = ["items", "variants", "categories"].map((name) => `/api/catalog-${name}`);
  const listed = await Promise.all(lists.map(async (path) => (await first.call("GET", path)).body));
  first.storage.close();

  const second = await open();
  expect(await Promise.all(lists.map(async (path) => (await second.call("GET", path)).body))).toEqual(listed);
  expect(second.mock.state.categories.get(idOf("C1"))?.related.items).toEqual([idOf("I1")]);
  expect(second.mock.state.account("pk_other").categories.get(idOf("X"))).toBeDefined();
  expect((await second.call("GET", `${jobs}/${body.data.id}`)).body).toEqual(before);
  clock.advance(1_000);
  const done = (await second.call("GET", `${jobs}/${body.data.id}`)).body.data.attributes;
  expect(done).toMatchObject({ status: "complete", completed_count: 2, failed_count: 1 });
  await second.call("POST", "/api/catalog-categories", { data: categoryInput("C9") });
  const newest = (await second.call("GET", "/api/catalog-categories?sort=-created")).body.data[0].id;
  expect(newest).toBe(idOf("C9"));
  second.storage.close();
});

test("a subscription is kept too", async () => {
  const subscription = { account: "default", kind: "subscription", id: "1", json: '{"seq":1,"body":{"a":1}}' } as const;
  const storage = await openDatabase(file);
  storage.save([subscription]);
  expect(createMock({ storage }).state.subscriptions).toEqual([{ a: 1 }]);
  storage.close();
});

test("entries are kept all or not at all", async () => {
  const storage = await openDatabase(file);
  const good = { account: "a", kind: "item", id: "1", json: "{}" } as const;
  expect(() => storage.save([good, { ...good, id: null as unknown as string }])).toThrow("NOT NULL");
  expect([...storage.load()]).toEqual([]);
  storage.close();
});

test("a file that is no database, or is in use, is an error that names it", async () => {
  await writeFile(file, "Handle,Title\n".repeat(1_000));
  await expect(openDatabase(file)).rejects.toThrow(`Cannot keep the mock's state in ${file}: file is not a database`);
  const other = join(folder, "other.db");
  const storage = await openDatabase(other);
  storage.save([]);
  await expect(openDatabase(other)).rejects.toThrow("database is locked");
  storage.close();
});
