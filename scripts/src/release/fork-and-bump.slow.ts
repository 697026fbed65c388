import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFragments, readSettings } from "../generate/fragments.ts";
import { runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { commitAll, copyWorkingTree } from "./copy-working-tree.ts";
import { independentTests } from "./independent-tests.ts";
import { pnpm } from "./pnpm.ts";
import { publishMildly } from "./publish-mildly.ts";
import { currentScope } from "./rename-scope.ts";

// One copy for all of it: what somebody has who publishes under another scope and lives through a year of upstream.
let copy: string;
let upstream: string;
let scope: string;
let other: string;
beforeAll(async () => {
  copy = await copyWorkingTree(workspaceRoot);
  upstream = await mkdtemp(join(tmpdir(), "upstream-"));
  scope = await currentScope(copy);
  // Where this runs may be a fork that has taken the first of these names.
  other = scope === "@acme-inc" ? "@acme-corp" : "@acme-inc";
  await pnpm(["install", "--frozen-lockfile"], { cwd: copy });
  await pnpm(["run", "rename-scope", other], { cwd: copy });
  await runOrThrow("git", ["add", "--all"], { cwd: copy });
});
afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
  await rm(upstream, { recursive: true, force: true });
});

const { current } = await readSettings(workspaceRoot);
const oldest = (await listFragments(workspaceRoot))[0]?.replace(".yaml", "") ?? "";
const changedFiles = async () =>
  (await runOrThrow("git", ["status", "--porcelain", "-uall"], { cwd: copy }))
    .split("\n")
    .filter(Boolean)
    .map((line) => line.slice(3));

test("the old scope is nowhere any more, the lockfile included", async () => {
  const left = await runOrThrow("git", ["grep", "-nE", `${scope}(/|\\b)`, "--", "."], { cwd: copy }).catch(() => "");
  expect(left).toBe("");
});

test("renaming once more changes nothing", async () => {
  await commitAll(copy, "Rename");
  await pnpm(["run", "rename-scope", other], { cwd: copy });
  expect(await changedFiles()).toEqual([]);
});

test.each([
  ["the oldest revision, published again", oldest, oldest, []],
  ["the current revision, published again", current, current, []],
  ["a new revision beside the current one", current, "2098-01-15", []],
  ["a new current revision", current, "2099-01-15", ["--current"]],
] as const)("%s: the bump needs nobody, and changes the files that it names", async (_, base, revision, flags) => {
  const from = await publishMildly(copy, base, revision, upstream);
  const told = await pnpm(["run", "spec:bump", revision, "--from", from, ...flags], { cwd: copy });
  expect(told).not.toContain("no longer compile");
  const named = told.split("\n").flatMap((line) => /^ {2}(\S+\/\S+|[\w-]+\.md)$/.exec(line)?.[1] ?? []);
  expect((await changedFiles()).sort()).toEqual(named.sort());
  await commitAll(copy, `Bump ${revision}`);
});

test("the whole test command passes under the new name and after these bumps", async () => {
  // What upstream is said to publish here is made up, so the documents that it really published are no measure.
  const { KLAVIYO_OPENAPI_DIR: _, ...env } = process.env;
  const TESTS_LEFT_OUT = independentTests.map(({ file }) => file).join(",");
  await pnpm(["run", "test"], { cwd: copy, env: { ...env, TESTS_LEFT_OUT } });
  expect(await changedFiles()).toEqual([]);
});
