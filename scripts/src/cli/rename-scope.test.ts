import { expect, test } from "vitest";
import { copyWorkspace, run } from "../testing/workspace-copy.ts";

test.each([
  [["Acme"], /^"Acme" is not a scope; write it as @acme: .*\n$/],
  [["@acme/client"], /^"@acme\/client" is not a scope; .*\n$/],
  [[], /^name one scope: pnpm rename-scope @acme\n$/],
  [["@acme", "--repository", "acme"], /^"acme" is no repository; write it as https:.*\n$/],
  [["@a", "@b"], /^name one scope: pnpm rename-scope @acme\n$/],
])("pnpm rename-scope %j is refused with one line", async (args, message) => {
  const { code, stderr, stdout } = await run(await copyWorkspace(), "rename-scope", ...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(message);
});
