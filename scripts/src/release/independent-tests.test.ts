import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { everythingImported, independentTests } from "./independent-tests.ts";
import { currentScope } from "./rename-scope.ts";

test.each(independentTests)("$file knows neither what is generated, nor a fragment, nor the scope", async (left) => {
  const scope = await currentScope(workspaceRoot);
  const file = join(workspaceRoot, left.folder, left.file);
  const imported = [file, ...(await everythingImported(file))];
  expect(imported.length).toBeGreaterThan(5);
  for (const one of imported) {
    expect(one, one).not.toMatch(/\/generated\/|\/(read-)?fragments?\.ts$|\/spec-state\.ts$/);
    expect(one.startsWith(`${scope}/`), one).toBe(false);
  }
});
