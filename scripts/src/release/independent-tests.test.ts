import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { everythingImported, independentTests } from "./independent-tests.ts";
import { currentScope } from "./rename-scope.ts";

test.each(independentTests)("$file knows nothing generated, and of our packages only what is allowed", async (left) => {
  const scope = await currentScope(workspaceRoot);
  const imported = await everythingImported(join(workspaceRoot, left.folder, left.file));
  expect(imported.size).toBeGreaterThan(5);
  expect([...imported].filter((one) => one.includes("/generated/"))).toEqual([]);
  expect([...imported].filter((one) => one.startsWith(`${scope}/`))).toEqual(left.packages);
});
