import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { inputsAsReleased, releasedFolder } from "../bump/spec-state.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:released

Records that the fragments in openapi/ are those of the release that is being made, by copying them to
${releasedFolder}/: the next bump is measured against them. Part of \`pnpm version-packages\`.`;

await runCommand(help, async () => {
  const inputs = await inputsAsReleased(workspaceRoot);
  const files = new Map<string, string | undefined>(inputs);
  for (const name of await readdir(join(workspaceRoot, releasedFolder)).catch(() => [])) {
    const path = `${releasedFolder}/${name}`;
    if (!inputs.has(path)) files.set(path, undefined);
  }
  const changes = await findChanges(workspaceRoot, files);
  await writeFiles(workspaceRoot, changes);
  console.log(`${releasedFolder}: ${inputs.size} files, ${changes.size} written`);
  return 0;
});
