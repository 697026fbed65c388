import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { revisions } from "../generated/revisions.ts";
import { createCaller } from "../testing/create-caller.ts";
import { categoryInput, idOf, jobInput } from "../testing/inputs.ts";
import { sendRaw } from "../testing/raw-socket.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
let folder: string;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-"));
});
afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args]);
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve)).finally(() =>
    running.delete(child),
  );
  return { child, exit, output: () => output };
}

async function start(...args: string[]) {
  const server = run("--port", "0", ...args);
  let url: string | undefined;
  while (url === undefined) {
    url = /mock on (\S+)/.exec(server.output())?.[1];
    if (server.child.exitCode !== null) throw new Error(server.output());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const base = url;
  return { ...server, call: createCaller({ fetch: (path, init) => fetch(new URL(String(path), base), init) }) };
}

test("serves what the files hold, logs each request and stops when told to", async () => {
  const csv = join(folder, "items.csv");
  const json = join(folder, "more.json");
  await writeFile(csv, "external_id,title,description,url\nA,Shirt,Red,https://shop.example/a\n");
  await writeFile(json, JSON.stringify({ categories: [{ external_id: "C", name: "Summer" }] }));
  const { call, child, exit, output } = await start("--seed-csv", csv, "--seed-json", json);
  expect(output()).toContain("loaded 1 items, 0 variants, 1 categories");
  expect((await call("GET", "/api/catalog-items?fields[catalog-item]=title")).body.data[0].id).toBe(idOf("A"));
  await call("GET", "/api/no-such-path");
  child.kill("SIGTERM");
  expect(await exit).toBe(0);
  expect(output()).toMatch(
    /^\d\d:\d\d:\d\d GET {4}200 \/api\/catalog-items\?fields\[catalog-item\]=title \(get_catalog_items, \d+ ms\)$/m,
  );
  expect(output()).toMatch(/GET {4}404 \/api\/no-such-path \(no operation, \d+ ms\)\nstopped\n$/);
});

test("takes keys, revision, pace, limits and faults from the command line", async () => {
  const { call } = await start(
    ...["--key", "pk_test", "--key", "pk_b", "--revision", "2023-12-15", "--no-limits"],
    ...["--queued", "0", "--processing", "0", "--fault", "503=4", "--fault-rate", "0"],
  );
  expect((await call("GET", "/api/catalog-items")).status).toBe(404);
  const old = { revision: "2023-12-15" };
  const { status, headers } = await call("GET", "/api/catalog-items", undefined, old);
  expect([status, headers.has("ratelimit-limit")]).toEqual([200, false]);
  const other = { ...old, authorization: "Klaviyo-API-Key pk_c" };
  expect((await call("GET", "/api/catalog-items", undefined, other)).status).toBe(401);
});

test.each([
  [["--colour", "red"], "Unknown option '--colour'"],
  [["--port", "http"], "--port takes a number; found 'http'"],
  [["--revision", "2020-01-01"], `--revision is one of ${Object.keys(revisions).join(", ")}; found '2020-01-01'`],
  [["--fault", "html=1000"], "--fault: 'html=1000': html takes a status that has a body"],
  [["--fault", "500", "--fault", "429"], "--fault: '500' and '429' cannot both happen"],
  [["--fault-rate", "5"], "--fault-rate is a number from 0 to 1; found '5'"],
  [["--fault", "flood"], "--fault: 'flood' is no fault; expected one of 429"],
  [["--seed-csv", "/no/such/file.csv"], "Cannot load /no/such/file.csv: ENOENT"],
  [["--db", "/no/such/folder/catalog.db"], "Cannot keep the mock's state in /no/such/folder/catalog.db"],
  [["--host", "256.0.0.1"], "ENOTFOUND"],
])("%s is a mistake that is explained without a stack", async (args, message) => {
  const { exit, output } = run("--port", "0", ...args);
  expect(await exit).toBe(1);
  expect(output()).toContain(message);
  expect(output()).toContain("Try --help.");
  expect(output()).not.toMatch(/^ +at /m);
});

test("starting loads neither what a WebSocket or a thread needs, nor the mock before it listens", async () => {
  const listing = pathToFileURL(join(folder, "listing.mjs"));
  await writeFile(
    listing,
    `import { registerHooks } from "node:module";
    const files = [];
    registerHooks({ load: (url, context, next) => (files.push(url), next(url, context)) });
    const { log } = console;
    console.log = (line) => {
      log([line, ...process.moduleLoadList, ...files].join("\\n"));
      process.exit();
    };`,
  );
  const child = spawn(process.execPath, ["--import", listing.href, main, "--port", "0"]);
  running.add(child);
  const output = await text(child.stdout);
  expect(output).toMatch(/^Klaviyo Catalogs mock on http.*\n/);
  expect(output).toContain("NativeModule http\n");
  expect(output).toContain("/src/http/listen.ts");
  for (const module of ["tls", "http2", "fs/promises", "sqlite", "worker_threads"])
    expect(output).not.toContain(`NativeModule ${module}\n`);
  for (const file of ["create-mock.ts", "play-faults.ts", "generated/20"]) expect(output).not.toContain(`/${file}`);
});

test("tells its usage and its version", async () => {
  const help = run("--help");
  expect([await help.exit, help.output()]).toEqual([0, expect.stringContaining("--seed-csv")]);
  const version = run("--version");
  expect([await version.exit, version.output()]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
});

test("a kill in the middle of writes loses nothing that was answered", async () => {
  const db = join(folder, "catalog.db");
  const first = await start("--db", db, "--no-limits", "--quiet", "--queued", "0", "--processing", "100000");
  const jobs = "/api/catalog-category-bulk-create-jobs";
  const records = Array.from({ length: 100 }, (_, i) => categoryInput(`job-${i}`));
  const job = await first.call("POST", jobs, jobInput("category", "categories", "create", records));
  const answered: string[] = [];
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let i = 0; ; i++) {
      const id = `${writer}-${i}`;
      const { status } = await first.call("POST", "/api/catalog-categories", { data: categoryInput(id) });
      if (status === 201) answered.push(idOf(id));
    }
  });
  const settled = Promise.allSettled(writers);
  while (answered.length < 200) await new Promise((resolve) => setTimeout(resolve, 1));
  first.child.kill("SIGKILL");
  await first.exit;
  await settled;

  const { call } = await start("--db", db, "--no-limits", "--quiet");
  const kept = new Set<string>();
  let path: string | undefined = "/api/catalog-categories";
  while (path !== undefined) {
    const { body } = await call("GET", path);
    for (const { id } of body.data) kept.add(id);
    const next: string | null = body.links.next;
    path = next === null ? undefined : next.slice(new URL(next).origin.length);
  }
  expect(answered.filter((id) => !kept.has(id))).toEqual([]);
  const again = await call("GET", `${jobs}/${job.body.data.id}`);
  expect(again.body.data.attributes).toMatchObject({ status: "processing", total_count: 100 });
});

test("a signal ends it within two seconds, whatever is open", async () => {
  const { child, exit, output } = await start("--db", join(folder, "catalog.db"));
  const url = /mock on (\S+)/.exec(output())?.[1] ?? "";
  const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
  const waiting = fetch(`${url}/api/catalog-items`, { headers: { ...headers, "x-mock-fault": "latency=3600000" } });
  const trickling = fetch(`${url}/api/catalog-items`, { headers: { ...headers, "x-mock-fault": "slow-body=3600000" } });
  const ended = Promise.allSettled([waiting, trickling.then((response) => response.text())]);
  await trickling;
  child.kill("SIGTERM");
  const late = new Promise((resolve) => setTimeout(resolve, 10_000, "still running"));
  expect(await Promise.race([exit, late])).toBe(0);
  expect(output()).toMatch(/stopped\n$/);
  await ended;
});

test.each([
  ["--seed-csv", "external_id,title,description,url\nA,Caf\u00e9,,https://shop.example/a\n"],
  ["--seed-json", '{"categories":[{"external_id":"C","name":"Caf\u00e9"}]}'],
])("%s refuses a file of another encoding", async (option, text) => {
  const file = join(folder, "latin");
  await writeFile(file, text, "latin1");
  const { exit, output } = run("--port", "0", option, file);
  expect(await exit).toBe(1);
  expect(output()).toContain(`Cannot load ${file}: it is not UTF-8; save it as UTF-8`);
});

test("seeding a database is all or nothing, over all files", async () => {
  const db = join(folder, "catalog.db");
  const good = join(folder, "good.csv");
  const bad = join(folder, "bad.csv");
  const columns = "external_id,title,description,url,categories,price\n";
  await writeFile(good, `${columns}A,Shirt,Red,https://shop.example/a,Summer,5\n`);
  await writeFile(bad, `${columns}B,Hat,Black,https://shop.example/b,Summer,$5\n`);
  const failed = run("--port", "0", "--db", db, "--seed-csv", good, "--seed-csv", bad);
  expect(await failed.exit).toBe(1);
  expect(failed.output()).toContain(`Cannot load ${bad}: line 2, column 'price': expected a number`);
  await writeFile(bad, `${columns}B,Hat,Black,https://shop.example/b,Summer,5\n`);
  const { output } = await start("--db", db, "--seed-csv", good, "--seed-csv", bad);
  expect(output()).toContain("loaded 2 items, 0 variants, 1 categories");
});

test("a request that is none is a line of the log, and who stops reading the log does not end the mock", async () => {
  const { call, child, output } = await start();
  const url = /mock on (\S+)/.exec(output())?.[1] ?? "";
  await sendRaw(url, "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n");
  await vi.waitFor(() => expect(output()).toMatch(/GET {4}400 http:\/\/\[ \(no operation/), 10_000);
  child.stdout?.destroy();
  for (let i = 0; i < 3; i++) expect((await call("GET", "/api/catalog-items")).status).toBe(200);
});
