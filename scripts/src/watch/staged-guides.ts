import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Guide } from "./pull-request-text.ts";

/** The migration guides that git has staged as new or changed. */
export async function stagedGuides(root: string): Promise<Guide[]> {
  const { stdout } = await promisify(execFile)(
    "git",
    ["diff", "--cached", "--name-only", "-z", "--diff-filter=AM", "--", "openapi/migrations/*.md"],
    { cwd: root, maxBuffer: 2 ** 26 },
  );
  const paths = stdout.split("\0").filter((path) => path !== "");
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })));
}
