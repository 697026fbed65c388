import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createMock } from "@org/mock";
import { expect, test } from "vitest";
import { run } from "./run-example.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const headers = {
  authorization: "Klaviyo-API-Key pk_example",
  revision: "2026-07-15",
  "content-type": "application/vnd.api+json",
};

async function startMock() {
  const mock = createMock();
  const { url, close } = await mock.listen();
  return { mock, url, [Symbol.asyncDispose]: close };
}

/** Every value that a document holds, as text. */
function leavesOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value)];
}

test("create-categories submits a job, follows it and ends with its id and status", async () => {
  const lines = await run("create-categories.ts");
  expect(lines[1]).toMatch(/^ {2}(queued|processing|complete) +\d of 3$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}complete +3 of 3$/));
  expect(lines).toContainEqual("  $custom:::$default:::summer-shirts  Summer Shirts");
  expect(lines.at(-1)).toMatch(/^job \S+: complete, 3 created, 0 failed$/);
});

test("what `pnpm start` prints begins with the lesson and ends with three commands that exist", async () => {
  const lines = await run("../start.ts");
  expect(lines[0]).toMatch(/^Creating three categories in a mock at http:/);
  const job = lines.findIndex((line) => /^job \S+: complete, 3 created, 0 failed$/.test(line));
  expect(lines.slice(job + 1, job + 3)).toEqual(["", "What to try next:"]);
  const commands = lines.slice(job + 3).map((line) => /^ {2}\S.+? {2,}npx -y pnpm@12 (.+)$/.exec(line)?.[1] ?? line);
  expect(commands).toHaveLength(3);
  const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  for (const command of commands) {
    const [script, argument] = command.replace(/^run /, "").split(" ");
    expect(Object.keys(scripts)).toContain(script);
    const file = script === "example" ? `packages/examples/src/${argument}.ts` : (argument ?? "");
    expect(existsSync(join(root, file)), command).toBe(true);
  }
});

test("get-create-categories-job prints every field of a job, its error and the categories it created", async () => {
  await using server = await startMock();
  const env = { KLAVIYO_MOCK_URL: server.url };
  const [title = ""] = await run("get-create-categories-job.ts", [], env);
  const [type, id = ""] = title.split(" ");
  expect(type).toBe("catalog-category-bulk-create-job");

  const lines = await run("get-create-categories-job.ts", [id], env);
  const path = `/api/catalog-category-bulk-create-jobs/${id}/?include=categories`;
  const document = await (await fetch(server.url + path, { headers: { ...headers, revision: "2023-12-15" } })).json();
  expect(document.data.attributes.errors).toHaveLength(1);
  expect(document.included).toHaveLength(2);
  for (const count of ["total_count     3", "completed_count 2", "failed_count    1"])
    expect(lines).toContain(`  ${count}`);
  const unprinted = leavesOf(document).filter((leaf) => !lines.some((line) => line.includes(leaf)));
  expect(unprinted).toEqual([]);
});

test("map-products makes bodies that the API takes", async () => {
  await using server = await startMock();
  await server.mock.state.load({ categories: ["shirts", "lamps"].map((name) => ({ external_id: name, name })) });
  const bodies = (await run("map-products.ts")).map((line) => JSON.parse(line));
  for (const body of bodies) {
    const path = `/api/${body.data.type}s`;
    const sent = { method: "POST", headers, body: JSON.stringify(body) };
    expect((await fetch(server.url + path, sent)).status, JSON.stringify(body)).toBe(201);
  }
  const { items, variants } = server.mock.state;
  expect([items.size, variants.size]).toEqual([2, 3]);
});

test("list-and-update-items lists, updates one and leaves nothing behind", async () => {
  await using server = await startMock();
  const lines = await run("list-and-update-items.ts", [], { KLAVIYO_MOCK_URL: server.url });
  const first = ["  lesson-tee  19", "  lesson-cap  12", "  lesson-mug  9.5"];
  expect(lines.slice(1, 4)).toEqual(first);
  expect(lines.slice(5)).toEqual([...first.slice(0, 2), "  lesson-mug  7.5"]);
  expect(server.mock.state.items.size).toBe(0);
});

test("two-revisions shows one job as either revision has it", async () => {
  const [former = "", formerLink, current = "", link] = await run("two-revisions.ts");
  expect(former).toMatch(/^2023-12-15 {2}\S+ {2}queued, completed not yet$/);
  expect(current).toMatch(/^\d{4}-\d\d-\d\d {2}\S+ {2}complete, completed \d{4}-/);
  expect(formerLink).toBe(`${link}/`);
});

test("test-on-a-virtual-clock passes its tests", async () => {
  const lines = await run("test-on-a-virtual-clock.ts");
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/ pass 3$/), expect.stringMatching(/ fail 0$/)]));
});

test("share-the-rate-limit says where it looked for a Redis", async () => {
  const env = { REDIS_URL: "redis://127.0.0.1:1" };
  await expect(run("share-the-rate-limit.ts", [], env)).rejects.toThrow(/There is no Redis at redis:\/\/127.0.0.1:1 /);
});

test("--live without a key says what to set", async () => {
  await expect(run("create-categories.ts", ["--live"])).rejects.toThrow(/set KLAVIYO_API_KEY to a private key/);
});

test("pnpm example without a lesson lists them", async () => {
  await expect(run("../run.ts")).rejects.toThrow(/Lessons:\n {2}create-categories\n/);
});

test("pnpm example runs a lesson, which does not see its own name", async () => {
  expect((await run("../run.ts", ["get-create-categories-job"])).at(0)).toMatch(/^catalog-category-bulk-create-job /);
});

test("log-with-pino logs a throttled attempt, the retry and the answer", async () => {
  const lines = (await run("log-with-pino.ts")).map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { msg: "answered", operation: "GET /api/catalog-categories", attempt: 1, status: 429 },
    { msg: "trying again", attempt: 1 },
    { msg: "answered", attempt: 2, status: 200 },
  ]);
});

test("trace-with-opentelemetry ends a span for a call that failed", async () => {
  const span = (await run("trace-with-opentelemetry.ts")).join("\n");
  expect(span).toContain("name: 'GET /api/catalog-items/{id}'");
  expect(span).toContain("'http.response.status_code': 404");
  expect(span).toContain("status: { code: 2 }");
});
