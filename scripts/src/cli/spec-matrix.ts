import { basename, dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:matrix [--out <file>]
       pnpm spec:matrix --documents <folder> [--json <file>]

Writes a page that shows which operations each revision in openapi/ has, and what changed from one to the next.
With --documents it writes what the documents that Klaviyo published say about each other, which the site shows.

  --out <file>          where the page goes; by default dist/spec-matrix.html of the workspace
  --documents <folder>  the published documents, <revision>.json each; what openapi/fragment.yaml selects is compared
  --json <file>         where that goes; by default docs/revisions/audit.json of the workspace
  --help                show this`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const options = { out: { type: "string" }, documents: { type: "string" }, json: { type: "string" } } as const;
    const { values } = parseArgs({ args, options });
    for (const [name, value] of Object.entries(values)) {
      if (value === "") throw new SpecError(`--${name}: expected a name`);
    }
    if (values.documents !== undefined && values.out !== undefined) {
      throw new SpecError("--out is for the page of openapi/; with --documents, say where the facts go with --json");
    }
    if (values.documents === undefined && values.json !== undefined) {
      throw new SpecError("--json needs --documents, the folder with the published documents");
    }
    return values.documents === undefined
      ? writePage(root, values.out)
      : writeAudit(root, values.documents, values.json);
  },
};

async function writePage(root: string, out: string | undefined): Promise<number> {
  const { readRevisions } = await import("../matrix/read-revisions.ts");
  const { renderMatrix } = await import("../matrix/render-matrix.ts");
  const revisions = await readRevisions(root);
  const page = renderMatrix(revisions, revisions.at(-1)?.document.info?.title ?? "API");
  await write(out ? userPath(out) : join(root, "dist", "spec-matrix.html"), page, revisions);
  return 0;
}

async function writeAudit(root: string, folder: string, json: string | undefined): Promise<number> {
  const { auditDocuments } = await import("../matrix/audit-documents.ts");
  const { readSettings } = await import("../generate/fragments.ts");
  const { formatFiles } = await import("../workspace/format-files.ts");
  const { select } = await readSettings(root);
  const audit = await auditDocuments(root, userPath(folder), select);
  const formatted = await formatFiles(new Map([["audit.json", JSON.stringify(audit)]]));
  const file = json ? userPath(json) : join(root, "docs", "revisions", "audit.json");
  await write(file, formatted.get("audit.json") ?? "", audit.documents);
  return 0;
}

async function write(file: string, text: string, revisions: readonly { revision: string }[]): Promise<void> {
  await writeFiles(dirname(file), new Map([[basename(file), text]]));
  console.log(`${relative(userPath("."), file)}: ${revisions.map(({ revision }) => revision).join(", ")}`);
}

if (import.meta.main) await runCommand(command);
