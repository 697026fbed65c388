import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:pull-request <folder>

Writes the title (title.txt) and the body (body.md) of a pull request for a bump, from the migration guides that are
staged in git. Used by .github/workflows/spec-watch.yml.`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new SpecError("name one folder; see --help");

    const { pullRequestText } = await import("../watch/pull-request-text.ts");
    const { stagedGuides } = await import("../watch/staged-guides.ts");

    const { title, body } = pullRequestText(await stagedGuides(root));
    const outputs = new Map([
      ["title.txt", `${title}\n`],
      ["body.md", body],
    ]);
    await writeFiles(userPath(folder), outputs);
    console.log(title);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
