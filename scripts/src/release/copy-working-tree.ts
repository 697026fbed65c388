import { copyFile, mkdir, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runOrThrow } from "../workspace/run-process.ts";

/** A repository of its own with what is in the working tree, committed or not: what a clone would have. */
export async function copyWorkingTree(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "working-tree-"));
  const files = await runOrThrow("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: root });
  for (const path of files.split("\0").filter((name) => name !== "")) {
    if (!(await stat(join(root, path)).catch(() => undefined))?.isFile()) continue;
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await copyFile(join(root, path), join(copy, path));
  }
  await runOrThrow("git", ["init", "--quiet", "--initial-branch=main"], { cwd: copy });
  await commitAll(copy, "Copy");
  return copy;
}

/** Commits everything in a copy, as nobody. */
export async function commitAll(copy: string, message: string): Promise<void> {
  await runOrThrow("git", ["add", "--all"], { cwd: copy });
  const identity = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
  await runOrThrow("git", [...identity, "commit", "--quiet", "--no-verify", "-m", message], { cwd: copy });
}
