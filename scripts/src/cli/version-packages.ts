import { parseArgs } from "node:util";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm version-packages

Turns the changesets that wait into versions and changelogs, which say first whether there is something to do, writes the
versions into the sources that carry one, and marks fragments and API reports as released: the next changes are measured
against them. Review and commit what changed; \`pnpm release\` publishes it.`;

export const command: Command = {
  help,
  async run(root, args) {
    parseArgs({ args, options: {} });

    const { finishChangelogs } = await import("../release/finish-changelogs.ts");
    const { pnpm } = await import("../release/pnpm.ts");
    const { workspacePackages } = await import("../release/workspace-packages.ts");
    const { writeVersions } = await import("../release/write-versions.ts");

    const options = { cwd: root };
    await pnpm(["exec", "changeset", "version"], options);
    await finishChangelogs(root);
    await writeVersions(root);
    await pnpm(["run", "spec:released"], options);
    await pnpm(["run", "build"], options);
    await pnpm(["run", "api-report", "--released"], options);
    for (const { name, manifest } of await workspacePackages(root)) console.log(`${name} ${manifest.version}`);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
