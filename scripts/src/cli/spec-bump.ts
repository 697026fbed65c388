import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:bump <revision> [--from <file or url>] [--current]

Pulls a revision, checks and generates, compares with what was last released, and writes the fragment, the generated
files, the migration guides, the API reports, READMEs that name the current revision, and a changeset with the bump that
the changes need. All of it or nothing. It ends with what is left for a person: places that no longer compile, and
operations that the mock does not simulate.

  --from <file or url>  where to read it; otherwise upstream of openapi/fragment.yaml
  --current             make it the revision that @org/client and @org/types stand for
  --help                show this

Exits 2 and writes nothing when the document cannot be read or used.`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const options = { from: { type: "string" }, current: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [revision, ...more] = positionals;
    if (!revision || more.length > 0) throw new SpecError("expected one revision, such as 2026-10-15; see --help");

    const { describeBump } = await import("../bump/describe-bump.ts");
    const { planBump } = await import("../bump/plan-bump.ts");
    const { describeTrial } = await import("../trial/describe-trial.ts");
    const { tryChanges } = await import("../trial/try-changes.ts");
    const { formatFiles } = await import("../workspace/format-files.ts");

    const from = values.from === undefined ? {} : { from: values.from };
    const plan = await planBump(root, revision, { ...from, path: userPath, current: values.current ?? false });
    const planned = await findChanges(root, await formatFiles(plan.files));
    const operations = plan.changes.flatMap(({ comparison }) => comparison?.operations ?? []);
    const trial = planned.size > 0 && (await tryChanges(root, planned, revision, operations));
    const reports = trial ? trial.reports : [];
    const changes = await findChanges(root, new Map([...planned, ...reports]));
    await writeFiles(root, changes);
    console.log(describeBump(plan, [...changes.keys()]));
    if (trial) for (const line of describeTrial(trial.problems, trial.unsimulated, revision)) console.log(line);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
