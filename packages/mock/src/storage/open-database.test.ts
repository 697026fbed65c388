import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseArguments } from "../cli/arguments.ts";
import { loadMock } from "../cli/load-mock.ts";
import { virtualClock } from "../clock/virtual-clock.ts";
import { createMock } from "../create-mock.ts";
import { createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, itemInput, jobInput, variantInput } from "../testing/inputs.ts";
import { openDatabase } from "./open-database.ts";
import type { Storage } from "./storage.ts";

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

test("a foreign or damaged file is refused, and left as it is", async () => {
  const foreign = new DatabaseSync(file);
  foreign.exec("CREATE TABLE entry (a TEXT); INSERT INTO entry VALUES ('mine')");
  foreign.close();
  const damaged = join(folder, "damaged.db");
  const storage = await openDatabase(damaged);
  const json = JSON.stringify({ seq: 1, text: "x".repeat(50_000) });
  storage.save([{ account: "a", kind: "item", id: "1", json }]);
  storage.close();
  await truncate(damaged, 20_000);
  for (const [path, message] of [
    [file, "it is a database of another program"],
    [damaged, "damaged|malformed"],
    [folder, "it is not a file"],
  ] as const) {
    const before = path === folder ? undefined : await readFile(path);
    await expect(openDatabase(path)).rejects.toThrow(new RegExp(message));
    if (before) expect((await readFile(path)).equals(before)).toBe(true);
  }
});

const whole = { external_id: "I1", created: "2026", updated: "2026", title: "T", description: "", url: "" };

test.each([
  ["item", "{", "in JSON"],
  ["item", "null", "must be object"],
  ["item", '{"seq":1,"kind":"item","id":"I1"}', "attributes is required"],
  [
    "item",
    JSON.stringify({ seq: 1, kind: "item", id: "I1", attributes: { ...whole, title: 5 } }),
    "title must be string",
  ],
  ["item", JSON.stringify({ seq: 1, kind: "item", id: "I2", attributes: whole }), "it says that it is 'I2'"],
  ["category", JSON.stringify({ seq: 1, kind: "item", id: "I1", attributes: whole }), "kind must be one of category"],
  ["variant", JSON.stringify({ seq: 1, kind: "variant", id: "I1", attributes: whole }), "itemId is required"],
  ["job", '{"seq":1,"id":"I1"}', "kind is required"],
  ["link", '["I1"]', "must have at least 2"],
  ["subscription", '{"body":{}}', "seq is required"],
] as const)("an entry that no mock has written is an error that names it: %s %s", (kind, json, problem) => {
  const storage = { load: () => [{ account: "a", kind, id: "I1", json } as const], save() {}, close() {} };
  const start = `Cannot take up the state that was kept: the ${kind} 'I1' is damaged (`;
  expect(() => createMock({ storage })).toThrow(start);
  expect(() => createMock({ storage })).toThrow(problem);
});

test("a database with a damaged entry is refused by the command, and left as it is with nothing beside it", async () => {
  const storage = await openDatabase(file);
  createMock({ storage });
  storage.save([{ account: "default", kind: "item", id: "I1", json: '{"seq":1}' }]);
  storage.close();
  const before = await readFile(file);
  const args = parseArguments(["--port", "0", "--db", file]);
  await expect(loadMock(args, () => {})).rejects.toThrow("the item 'I1' is damaged (kind is required)");
  expect((await readFile(file)).equals(before)).toBe(true);
  expect(await readdir(folder)).toEqual(["catalog.db"]);
});

test("a name that SQLite would take for a URI is a file's name", async () => {
  const foreign = new DatabaseSync(file);
  foreign.exec("CREATE TABLE mine (a TEXT)");
  foreign.close();
  const before = await readFile(file);
  await expect(openDatabase(`file:${file}`)).rejects.toThrow("unable to open");
  await expect(openDatabase(":memory:/nowhere")).rejects.toThrow("unable to open");
  expect((await readFile(file)).equals(before)).toBe(true);
});

test("a write that fails is an error of that request; reads go on, and the next write tries again", async () => {
  const storage = await openDatabase(file);
  const mock = createMock({ storage, limits: false });
  const listener = await mock.listen();
  const call = createCaller({ fetch: (path, init) => fetch(new URL(String(path), listener.url), init) });
  const create = (id: string) => call("POST", "/api/catalog-categories", { data: categoryInput(id) });
  try {
    expect((await create("A")).status).toBe(201);
    await rename(file, `${file}.away`);
    const failed = await create("B");
    expect([failed.status, failed.body.errors[0].code]).toEqual([500, "storage_failed"]);
    expect(failed.body.errors[0].detail).toContain(`${file} is gone`);
    expect((await call("GET", "/api/catalog-categories")).status).toBe(200);
    await expect(mock.state.load({ categories: [{ external_id: "X", name: "X" }] })).rejects.toThrow("is gone");
    expect(mock.state.categories.get(idOf("X"))).toBeUndefined();
    await rename(`${file}.away`, file);
    expect((await create("C")).status).toBe(201);
  } finally {
    await listener.close();
    storage.close();
  }
  const again = await openDatabase(file);
  expect(
    createMock({ storage: again })
      .state.categories.all()
      .map(({ id }) => id),
  ).toEqual(["A", "B", "C"].map(idOf));
  again.close();
});

test("a full disk is told as such, and what was refused is kept once there is room", async () => {
  const storage = await openDatabase(file);
  let full = true;
  const limited: Storage = {
    ...storage,
    save: (entries) => {
      if (full) throw new Error("database or disk is full");
      storage.save(entries);
    },
  };
  const call = createCaller(createMock({ storage: limited }));
  const create = (id: string) => call("POST", "/api/catalog-categories", { data: categoryInput(id) });
  expect((await create("A")).body.errors[0].detail).toContain("disk is full");
  expect((await call("GET", `/api/catalog-categories/${idOf("A")}`)).status).toBe(200);
  full = false;
  expect((await create("B")).status).toBe(201);
  expect([...storage.load()].map(({ id }) => id)).toEqual([idOf("A"), idOf("B")]);
  storage.close();
});

test("job ids stay unique when a mock with the same seed and clock starts again, for all accounts and gone jobs", async () => {
  const ids: string[] = [];
  for (let start = 0; start < 4; start++) {
    const storage = await openDatabase(file);
    const clock = virtualClock();
    const mock = createMock({ storage, clock, keys: { pk_a: {}, pk_b: {} } });
    const call = createCaller(mock, { key: start % 2 ? "pk_b" : "pk_a" });
    const job = jobInput("category", "categories", "create", [categoryInput(`${start}`)]);
    ids.push((await call("POST", "/api/catalog-category-bulk-create-jobs", job)).body.data.id);
    // Long enough that the job is forgotten.
    clock.advance(8 * 24 * 60 * 60 * 1_000);
    expect((await call("GET", "/api/catalog-category-bulk-create-jobs")).body.data).toEqual([]);
    storage.close();
  }
  expect(new Set(ids).size).toBe(4);
});

test("a Node without SQLite is told which one it needs", async () => {
  const program = `
    import { openDatabase } from ${JSON.stringify(new URL("open-database.ts", import.meta.url).href)};
    await openDatabase("x.db").catch((error) => console.log(error.message));
  `;
  const args = ["--no-experimental-sqlite", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toContain("needs Node 22.13 or later with its SQLite; this is Node ");
});
