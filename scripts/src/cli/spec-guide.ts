import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:guide <from> <to>

Writes openapi/migrations/<from>--<to>.md for two revisions in openapi/. \`pnpm spec:bump\` does so for its own; this is
for any other two.`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const [from, to, ...more] = parseArgs({ args, allowPositionals: true }).positionals;
    if (!from || !to || more.length > 0) throw new SpecError("expected two revisions, from and to; see --help");

    const { compareRevisions } = await import("../bump/compare-states.ts");
    const { offeredAliases, readState } = await import("../bump/spec-state.ts");
    const { makeGuide } = await import("../migrate/make-guide.ts");

    const state = await readState(root);
    const missing = [from, to].find((revision) => !state.fragments.some((each) => each.revision === revision));
    if (missing) throw new SpecError(`there is no openapi/${missing}.yaml; \`pnpm spec:pull ${missing}\` gets it`);
    const comparison = await compareRevisions(state, from, state, to);
    const guide = makeGuide(from, to, comparison, offeredAliases(state, to));
    if (!guide) throw new SpecError(`programs need no change from ${from} to ${to}, so there is nothing to write`);
    await writeFiles(root, new Map([[guide.file, guide.text]]));
    console.log(guide.file);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
