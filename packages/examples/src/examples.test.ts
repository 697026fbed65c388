import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

async function run(example: string, ...args: string[]): Promise<string[]> {
  const env = { ...process.env, KLAVIYO_API_KEY: "" };
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, example), ...args], {
    env,
  });
  return stdout.trim().split("\n");
}

test("create-categories submits a job, follows it and ends with its id and status", async () => {
  const lines = await run("create-categories.ts");
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}queued +0 of 3$/));
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
