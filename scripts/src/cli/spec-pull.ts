import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:pull <revision> [--from <file or url>] [--dry-run]

Reads a published document, slices out what openapi/fragment.yaml selects with all that it references, and writes
openapi/<revision>.yaml, without the dates in documentation links. A fragment that is there is edited in place: what did
not change upstream keeps its words, comments, order, anchors and layout. That of a new revision starts as the nearest one.

  --from <file or url>  where to read it; otherwise upstream of openapi/fragment.yaml
  --dry-run             say what would be written, and write nothing
  --help                show this

Exits 2 and writes nothing when the document cannot be read or used.`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const options = { from: { type: "string" }, "dry-run": { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [revision, ...more] = positionals;
    if (!revision || more.length > 0) throw new SpecError("expected one revision, such as 2026-07-15; see --help");

    const { describePull } = await import("../pull/describe-pull.ts");
    const { pullDocument } = await import("../pull/pull-document.ts");
    const { formatFiles } = await import("../workspace/format-files.ts");

    const from = values.from === undefined ? {} : { from: values.from };
    const pulled = await pullDocument(root, revision, { ...from, path: userPath });
    const write = pulled.state !== "unchanged" && !values["dry-run"];
    if (write) await writeFiles(root, await formatFiles(new Map([[pulled.file, pulled.text]])));
    console.log(describePull(pulled, write));
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
