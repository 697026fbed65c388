import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { roomCycles } from "./import-cycles.ts";
import { roomFiles, roomTrees } from "./rooms.ts";

// The page where the client runs is no package, but has rooms as well.
test.each([...roomTrees(workspaceRoot), "docs/try"])("no two rooms of %s import each other", async (tree) => {
  const root = join(workspaceRoot, tree);
  const files = await roomFiles(root);
  expect(files.length).toBeGreaterThan(0);
  expect((await roomCycles(root, files)).map((cycle) => [...cycle, cycle[0]].join(" -> "))).toEqual([]);
});
