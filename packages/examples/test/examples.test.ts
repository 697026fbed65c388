import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

async function run(example: string, ...args: string[]): Promise<string[]> {
  const env = { ...process.env, KLAVIYO_API_KEY: "" };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, "..", "src", example), ...args],
    {
      env,
    },
  );
  return stdout.trim().split("\n");
}

test("create-categories submits a job, follows it and ends with its id and status", async () => {
  const lines = await run("create-categories.ts");
  expect(lines[1]).toMatch(/^ {2}(queued|processing|complete) +\d of 3$/);
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}complete +3 of 3$/));
  expect(lines).toContainEqual("  $custom:::$default:::summer-shirts  Summer Shirts");
  expect(lines.at(-1)).toMatch(/^job \S+: complete, 3 created, 0 failed$/);
});

test("get-create-categories-job prints a job and the category it created", async () => {
  const lines = await run("get-create-categories-job.ts");
  expect(lines[0]).toMatch(/^catalog-category-bulk-create-job \S+$/);
  expect(lines).toContain("  status     complete");
  expect(lines).toContain("  records    1 of 1, 0 failed");
  expect(lines).toContain("  made       catalog-category $custom:::$default:::summer-shirts");
  expect(lines.at(-1)).toMatch(/^ {2}included {3}summer-shirts: Summer Shirts, updated \d{4}-/);
});

test("--live without a key says what to set", async () => {
  await expect(run("create-categories.ts", "--live")).rejects.toThrow(/set KLAVIYO_API_KEY to a private key/);
});

test("pnpm example without a lesson lists them", async () => {
  await expect(run("../run.ts")).rejects.toThrow(/Lessons:\n {2}create-categories\n/);
});

test("pnpm example runs a lesson, which does not see its own name", async () => {
  expect((await run("../run.ts", "get-create-categories-job")).at(0)).toMatch(/^catalog-category-bulk-create-job /);
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
