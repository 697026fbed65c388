import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "../workspace/run-process.ts";
import type { Guide } from "./pull-request-text.ts";

/** The migration guides that git has staged as new or changed. */
export async function stagedGuides(root: string): Promise<Guide[]> {
  const only = ["--name-only", "-z", "--diff-filter=AM", "--", "openapi/migrations/*.md"];
  const stdout = await runOrThrow("git", ["diff", "--cached", ...only], { cwd: root });
  const paths = stdout.split("\0").filter((path) => path !== "");
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })));
}
