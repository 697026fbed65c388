import { parseArgs } from "node:util";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm pictures [--check]

Draws the pictures of the documentation: what \`pnpm start\` prints, how the packages stand to each other, and what each
room imports (run \`pnpm build\` before).

  --check  write nothing; exit 1 if a picture is not up to date
  --help   show this`;

export const command: Command = {
  help,
  async run(root, args) {
    const { values } = parseArgs({ args, options: { check: { type: "boolean" } } });

    const { pictures } = await import("../pictures/pictures.ts");

    const changes = await findChanges(root, await pictures(root));
    for (const path of changes.keys()) {
      if (values.check) console.error(`${path} is not up to date; run \`pnpm pictures\``);
      else console.log(path);
    }
    if (!values.check) await writeFiles(root, changes);
    return values.check && changes.size > 0 ? 1 : 0;
  },
};

if (import.meta.main) await runCommand(command);
