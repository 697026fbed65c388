import { access, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { currentScope } from "../release/rename-scope.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { trialCopy } from "./trial-copy.ts";

test("the copy that a killed process has left is removed by the next trial, and that of another one stays", async () => {
  const gone = join(tmpdir(), `trial-of-${2 ** 22 - 1}-abc`);
  const other = join(tmpdir(), `trial-of-${process.ppid}-abc`);
  for (const folder of [gone, other]) {
    await mkdir(join(folder, "packages"), { recursive: true });
    await writeFile(join(folder, "package.json"), "{}");
  }
  const copy = await trialCopy(workspaceRoot);
  try {
    await expect(access(gone)).rejects.toThrow("ENOENT");
    await access(other);
    await access(join(copy, "package.json"));
  } finally {
    for (const folder of [copy, other]) await rm(folder, { recursive: true, force: true });
  }
});

test("a copy that cannot be finished is removed at once", async () => {
  const root = await mkdtemp(join(tmpdir(), "no-packages-"));
  const copies = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`trial-of-${process.pid}-`));
  const before = await copies();
  await expect(trialCopy(root)).rejects.toThrow("ENOENT");
  expect(await copies()).toEqual(before);
  await rm(root, { recursive: true });
});

test("the site's pages find the packages of the copy", async () => {
  const copy = await trialCopy(workspaceRoot);
  try {
    const scope = await currentScope(copy);
    const found = await realpath(join(copy, "docs", "node_modules", scope, "client"));
    expect(found).toBe(join(copy, "packages", "client"));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});
