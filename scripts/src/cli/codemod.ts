import { parseArgs } from "node:util";
import { checkFolder } from "../codemod/list-source-files.ts";
import { readMigration } from "../codemod/read-migration.ts";
import { renderCodemod } from "../codemod/render-codemod.ts";
import { runCodemod } from "../codemod/run-codemod.ts";
import { SpecError } from "../document/spec-error.ts";
import { userPath, workspaceRoot } from "../workspace/workspace-root.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm codemod <from> <to> <folder> [--dry-run] [--unpin]

Moves a program from one revision to another, as far as that is mechanical: the entry it imports, the paths it calls
and their parameters, and the operations and schemas that its types name. from and to are revisions in openapi/.
What no compiler reports is listed with file and line: calls of operations that are gone or have moved, filters in
strings, paths that are put together, names of the revision. Then run tsc: it reports everything else.

Sources are .ts, .tsx, .mts, .cts, .js, .jsx, .mjs and .cjs files, but not those in node_modules, dist and hidden
folders, and no declarations. A second run changes nothing more.

  --dry-run  change nothing, only say what would be changed
  --unpin    import the entry without a revision instead of the one of <to>, which must be the current revision
  --help     show this

Exits 2 when the revisions or the folder cannot be used.`;

await runCommand(
  help,
  async (args) => {
    const options = { "dry-run": { type: "boolean" }, unpin: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [from, to, shown, ...more] = positionals;
    if (!from || !to || !shown || more.length > 0) {
      throw new SpecError(`expected <from> <to> <folder>, but got ${positionals.length} arguments; see --help`);
    }
    const dryRun = values["dry-run"] ?? false;
    await checkFolder(userPath(shown), shown);
    const migration = await readMigration(workspaceRoot, from, to, { unpin: values.unpin ?? false });
    const reports = await runCodemod(migration, { folder: userPath(shown), dryRun });
    console.log(renderCodemod(reports, shown, dryRun));
    return 0;
  },
  { failure: 2 },
);
