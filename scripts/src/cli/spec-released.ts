import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { count } from "../workspace/count.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:released

Records that the fragments in openapi/ are those of the release that is being made, by copying them to
openapi/released/: the next bump is measured against them. Part of \`pnpm version-packages\`.`;

export const command: Command = {
  help,
  async run(root) {
    const { inputsAsReleased, releasedFolder } = await import("../bump/spec-state.ts");

    const inputs = await inputsAsReleased(root);
    const files = new Map<string, string | undefined>(inputs);
    for (const name of await readdir(join(root, releasedFolder)).catch(() => [])) {
      const path = `${releasedFolder}/${name}`;
      if (!inputs.has(path)) files.set(path, undefined);
    }
    const changes = await findChanges(root, files);
    await writeFiles(root, changes);
    console.log(`${releasedFolder}: ${count(inputs.size, "file")}, ${changes.size} written`);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
