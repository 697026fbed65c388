import { basename, dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:matrix [--out <file>]

Writes a page that shows which operations each revision in openapi/ has, and what changed from one to the next.

  --out <file>  where the page goes; by default dist/spec-matrix.html of the workspace
  --help        show this`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const { values } = parseArgs({ args, options: { out: { type: "string" } } });
    if (values.out === "") throw new SpecError("--out: expected the name of a file");

    const { readRevisions } = await import("../matrix/read-revisions.ts");
    const { renderMatrix } = await import("../matrix/render-matrix.ts");

    const file = values.out ? userPath(values.out) : join(root, "dist", "spec-matrix.html");
    const revisions = await readRevisions(root);
    const page = renderMatrix(revisions, revisions.at(-1)?.document.info?.title ?? "API");
    await writeFiles(dirname(file), new Map([[basename(file), page]]));
    console.log(`${relative(userPath("."), file)}: ${revisions.map(({ revision }) => revision).join(", ")}`);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
