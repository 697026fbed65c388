import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm rename-scope [<@scope>] [--repository <url>]

Changes the scope of the packages everywhere: names, imports, documentation, changesets, generated files and what
generates them; and tells every package.json where its source, its homepage and its issues are. Then installs, so that
the lockfile follows, and formats, because imports are sorted by name.
Once done, there is nothing more to do: a second time changes nothing.

  --repository <url>  otherwise the one that git knows as origin; without a scope, only this is changed
  --help              show this`;

export const command: Command = {
  help,
  async run(root, args) {
    const { pnpm } = await import("../release/pnpm.ts");
    const { checkScope, currentScope, renameScope } = await import("../release/rename-scope.ts");
    const { originOf, repositoryUrl, setRepository } = await import("../release/repository.ts");

    const options = { repository: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [to, ...rest] = positionals;
    if ((to === undefined && values.repository === undefined) || rest.length > 0) {
      throw new SpecError("name one scope: pnpm rename-scope @acme");
    }
    if (to !== undefined) checkScope(to);
    const repository = values.repository === undefined ? await originOf(root) : repositoryUrl(values.repository);
    const from = await currentScope(root);
    const renamed = to === undefined || to === from ? [] : await renameScope(root, from, to);
    const told = repository === undefined ? [] : await setRepository(root, repository);
    if (renamed.length > 0) await pnpm(["install", "--no-frozen-lockfile"], { cwd: root });
    if (renamed.length + told.length > 0) await pnpm(["exec", "biome", "check", "--write"], { cwd: root });

    const scope = to ?? from;
    const changed = new Set([...renamed, ...told]).size;
    if (repository === undefined) {
      console.log("the packages do not say where they are from: git knows no origin; name it with --repository <url>");
    }
    console.log(
      changed === 0
        ? `the scope is ${scope} already`
        : `the scope is ${scope} now; ${changed} files changed: look at \`git diff\`, then run \`pnpm test\``,
    );
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
