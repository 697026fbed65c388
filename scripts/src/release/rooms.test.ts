import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { roomCycles } from "./import-cycles.ts";

const workspace = join(import.meta.dirname, "..", "..", "..");
const trees = [
  "scripts/src",
  "packages/client/src",
  "packages/mock/src",
  "packages/codemod/src",
  "packages/examples/src/sync-catalog",
].filter((tree) => existsSync(join(workspace, tree)));

/** Tests and what helps them may look into every room. */
async function filesOf(root: string): Promise<string[]> {
  const all = (await readdir(root, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  return all.filter((file) => /\.[jt]s$/.test(file) && !/\.(test|test-d|slow)\.ts$|(^|\/)testing\//.test(file)).sort();
}

test.each(trees)("no two rooms of %s import each other", async (tree) => {
  const root = join(workspace, tree);
  const files = await filesOf(root);
  expect(files.length).toBeGreaterThan(0);
  expect((await roomCycles(root, files)).map((cycle) => [...cycle, cycle[0]].join(" -> "))).toEqual([]);
});
