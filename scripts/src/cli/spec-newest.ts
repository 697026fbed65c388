import { parseArgs } from "node:util";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:newest [--repository <url>]

Prints the revision that is current here, the others that packages offer, and the newest one that upstream has
published, which is the current one if there is none after it:
  current=2026-07-15
  pinned=2023-12-15
  newest=2026-10-15

  --repository <url>  another upstream than that of openapi/fragment.yaml
  --help              show this`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const { values } = parseArgs({ args, options: { repository: { type: "string" } } });

    const { listFragments, readSettings } = await import("../generate/fragments.ts");
    const { newestRevision } = await import("../watch/newest-revision.ts");

    const { current, upstream } = await readSettings(root);
    const today = new Date().toISOString().slice(0, 10);
    const found = await newestRevision(values.repository ?? upstream.repository, today);
    const pinned = (await listFragments(root))
      .map((name) => name.replace(/\.yaml$/, ""))
      .filter((revision) => revision !== current);
    // Upstream may have lost a branch, which is no reason to go back.
    console.log(`current=${current}\npinned=${pinned.join(" ")}\nnewest=${[found, current].sort().at(-1)}`);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
