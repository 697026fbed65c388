import { parseArgs } from "node:util";
import { pictures } from "../pictures/pictures.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm pictures [--check]

Draws the pictures of the documentation: what \`pnpm start\` prints, how the packages stand to each other, and what each
room imports (run \`pnpm build\` before).

  --check  write nothing; exit 1 if a picture is not up to date
  --help   show this`;

await runCommand(help, async (args) => {
  const { values } = parseArgs({ args, options: { check: { type: "boolean" } } });
  const changes = await findChanges(workspaceRoot, await pictures(workspaceRoot));
  for (const path of changes.keys()) {
    if (values.check) console.error(`${path} is not up to date; run \`pnpm pictures\``);
    else console.log(path);
  }
  if (!values.check) await writeFiles(workspaceRoot, changes);
  return values.check && changes.size > 0 ? 1 : 0;
});
