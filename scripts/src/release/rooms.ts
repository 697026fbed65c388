import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The folders whose subfolders are rooms: no two of them import each other. */
export function roomTrees(workspace: string): string[] {
  return [
    "scripts/src",
    "packages/client/src",
    "packages/client/src/bulk",
    "packages/mock/src",
    "packages/codemod/src",
    "packages/examples/src",
    "packages/examples/src/sync-catalog",
  ].filter((tree) => existsSync(join(workspace, tree)));
}

/** The files of a tree that the rule holds for: tests and what helps them may look into every room. */
export async function roomFiles(root: string): Promise<string[]> {
  const all = (await readdir(root, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  return all
    .filter((file) => /\.[jt]s$/.test(file) && !/\.(test|test-d|slow|chromium)\.ts$|(^|\/)testing\//.test(file))
    .sort();
}
