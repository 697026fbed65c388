import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFragments, readSettings } from "../generate/fragments.ts";
import { run } from "../testing/workspace-copy.ts";
import { runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

async function upstream(...branches: string[]): Promise<string> {
  const repository = await mkdtemp(join(tmpdir(), "upstream-"));
  const git = (...args: string[]) => runOrThrow("git", args, { cwd: repository });
  await git("init", "--quiet", "--initial-branch=main");
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  await git(...author, "commit", "--quiet", "--allow-empty", "-m", "A document");
  for (const branch of branches) await git("branch", branch);
  return repository;
}

const { current } = await readSettings(workspaceRoot);
const revisions = (await listFragments(workspaceRoot)).map((name) => name.replace(".yaml", ""));
const pinned = revisions.filter((revision) => revision !== current).join(" ");

test("it prints what a workflow takes as outputs", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const repository = await upstream("2024-10-15", today, "2999-01-15");
  const [, newest] = [today, current].sort();
  const { code, stdout } = await run(workspaceRoot, "spec-newest", "--repository", repository);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `current=${current}\npinned=${pinned}\nnewest=${newest}\n` });
});

test("it never leads back behind the current revision", async () => {
  const { stdout } = await run(workspaceRoot, "spec-newest", "--repository", await upstream("2024-10-15"));
  expect(stdout).toBe(`current=${current}\npinned=${pinned}\nnewest=${current}\n`);
});

test("an upstream that cannot be reached is one message and exit 2", async () => {
  const { code, stdout, stderr } = await run(workspaceRoot, "spec-newest", "--repository", "/nowhere/at/all");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^\/nowhere\/at\/all: its branches cannot be listed: fatal: .*\n$/);
});
