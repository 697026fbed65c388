import { parseArgs } from "node:util";
import { finishChangelogs } from "../release/finish-changelogs.ts";
import { pnpm } from "../release/pnpm.ts";
import { workspacePackages } from "../release/workspace-packages.ts";
import { writeVersions } from "../release/write-versions.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm version-packages

Turns the changesets that wait into versions and changelogs, which say first whether there is something to do, writes the versions into the sources that carry one, and
marks fragments and API reports as released: the next changes are measured against them. Review and commit what changed; \`pnpm release\` publishes it.`;

await runCommand(help, async (args) => {
  parseArgs({ args, options: {} });
  const options = { cwd: workspaceRoot };
  await pnpm(["exec", "changeset", "version"], options);
  await finishChangelogs(workspaceRoot);
  await writeVersions(workspaceRoot);
  await pnpm(["run", "spec:released"], options);
  await pnpm(["run", "build"], options);
  await pnpm(["run", "api-report", "--released"], options);
  for (const { name, manifest } of await workspacePackages(workspaceRoot)) console.log(`${name} ${manifest.version}`);
  return 0;
});
