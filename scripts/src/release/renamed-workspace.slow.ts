import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { commitAll, copyWorkingTree } from "./copy-working-tree.ts";
import { pnpm } from "./pnpm.ts";
import { currentScope } from "./rename-scope.ts";

let copy: string;
let scope: string;
beforeAll(async () => {
  copy = await copyWorkingTree(workspaceRoot);
  scope = await currentScope(copy);
  await pnpm(["install", "--frozen-lockfile"], { cwd: copy });
  await pnpm(["run", "rename-scope", "@acme-inc"], { cwd: copy });
  await runOrThrow("git", ["add", "--all"], { cwd: copy });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test("the old scope is nowhere any more, the lockfile included", async () => {
  const left = await runOrThrow("git", ["grep", "-nE", `${scope}(/|\\b)`, "--", "."], { cwd: copy }).catch(() => "");
  expect(left).toBe("");
});

test("renaming once more changes nothing", async () => {
  await commitAll(copy, "Rename");
  await pnpm(["run", "rename-scope", "@acme-inc"], { cwd: copy });
  expect(await runOrThrow("git", ["status", "--porcelain"], { cwd: copy })).toBe("");
});

test("the whole test command passes under the new name", async () => {
  await pnpm(["run", "test"], { cwd: copy });
  expect(await runOrThrow("git", ["status", "--porcelain"], { cwd: copy })).toBe("");
});
