import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SpecError } from "../document/spec-error.ts";
import { runOrThrow } from "../workspace/run-process.ts";
import { newestRevision } from "./newest-revision.ts";

/** A bare repository with one commit and these branches. */
async function upstream(...branches: string[]): Promise<string> {
  const repository = await mkdtemp(join(tmpdir(), "upstream-"));
  const git = async (...args: string[]) => {
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    return (await runOrThrow("git", [...author, ...args], { cwd: repository })).trim();
  };
  await git("init", "--bare", "--quiet");
  const tree = await git("hash-object", "-w", "-t", "tree", "/dev/null");
  const commit = await git("commit-tree", tree, "-m", "A document");
  for (const branch of branches) await git("update-ref", `refs/heads/${branch}`, commit);
  await git("update-ref", "refs/tags/2026-12-15", commit);
  return repository;
}

test("the newest branch that is called like a revision wins; betas, tags and other branches do not count", async () => {
  const repository = await upstream(
    "2024-10-15",
    "2026-07-15",
    "2025-01-15",
    "2026-10-15.pre",
    "main",
    "fix/2026-11-15",
  );
  expect(await newestRevision(repository, "2026-12-31")).toBe("2026-07-15");
});

test("a revision of the future waits for its day", async () => {
  const repository = await upstream("2026-07-15", "2026-10-15");
  expect(await newestRevision(repository, "2026-10-14")).toBe("2026-07-15");
  expect(await newestRevision(repository, "2026-10-15")).toBe("2026-10-15");
});

test("a repository without revisions, none at all, and an option in its place are one message", async () => {
  const message = (repository: string) =>
    newestRevision(repository, "2026-10-15").then(
      (found) => found,
      (error) => (error instanceof SpecError ? error.message : error),
    );
  expect(await message(await upstream("main"))).toMatch(/: no branch up to 2026-10-15 is called like a revision/);
  expect(await message("/nowhere/at/all")).toMatch(/^\/nowhere\/at\/all: its branches cannot be listed: fatal: /);
  const mark = join(await mkdtemp(join(tmpdir(), "upstream-")), "ran");
  expect(await message(`--upload-pack=touch ${mark}`)).toMatch(/its branches cannot be listed/);
  expect(existsSync(mark)).toBe(false);
});
