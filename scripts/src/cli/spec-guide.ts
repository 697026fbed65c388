import { parseArgs } from "node:util";
import { compareRevisions } from "../bump/compare-states.ts";
import { offeredAliases, readState } from "../bump/spec-state.ts";
import { SpecError } from "../document/spec-error.ts";
import { makeGuide } from "../migrate/make-guide.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:guide <from> <to>

Writes openapi/migrations/<from>--<to>.md for two revisions in openapi/. \`pnpm spec:bump\` does so for its own; this is
for any other two.`;

await runCommand(
  help,
  async (args) => {
    const [from, to, ...more] = parseArgs({ args, allowPositionals: true }).positionals;
    if (!from || !to || more.length > 0) throw new SpecError("expected two revisions, from and to; see --help");
    const state = await readState(workspaceRoot);
    const missing = [from, to].find((revision) => !state.fragments.some((each) => each.revision === revision));
    if (missing) throw new SpecError(`there is no openapi/${missing}.yaml; \`pnpm spec:pull ${missing}\` gets it`);
    const comparison = await compareRevisions(state, from, state, to);
    const guide = makeGuide(from, to, comparison, offeredAliases(state, to));
    if (!guide) throw new SpecError(`programs need no change from ${from} to ${to}, so there is nothing to write`);
    await writeFiles(workspaceRoot, new Map([[guide.file, guide.text]]));
    console.log(guide.file);
    return 0;
  },
  { failure: 2 },
);
