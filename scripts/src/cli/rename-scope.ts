import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { pnpm } from "../release/pnpm.ts";
import { checkScope, currentScope, renameScope } from "../release/rename-scope.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm rename-scope <@scope>

Changes the scope of the packages everywhere: names, imports, documentation, changesets, generated files and what
generates them. Then installs, so that the lockfile follows, and formats, because imports are sorted by name.
Once done, there is nothing more to do: a second time changes nothing.`;

await runCommand(help, async (args) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [to, ...rest] = positionals;
  if (to === undefined || rest.length > 0) throw new SpecError("name one scope: pnpm rename-scope @acme");
  checkScope(to);
  const from = await currentScope(workspaceRoot);
  if (from === to) {
    console.log(`the scope is ${to} already`);
    return 0;
  }
  const changed = await renameScope(workspaceRoot, from, to);
  const options = { cwd: workspaceRoot };
  await pnpm(["install", "--no-frozen-lockfile"], options);
  await pnpm(["exec", "biome", "check", "--write"], options);
  console.log(`${from} is ${to} now, in ${changed.length} files; look at \`git diff\`, then run \`pnpm test\``);
  return 0;
});
