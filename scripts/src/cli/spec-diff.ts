import { parseArgs } from "node:util";
import { diffSpecs } from "../diff/diff-specs.ts";
import { renderJson } from "../diff/render-json.ts";
import { renderReport } from "../diff/render-report.ts";
import { addSnippets, entriesOf } from "../diff/snippets.ts";
import { SpecError } from "../document/spec-error.ts";
import { userPath, workspaceRoot } from "../workspace/workspace-root.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:diff <base> <head> [--json] [--all]

Says for each operation what changes for programs when head takes the place of base, and the bump that this needs.
base and head are revisions in openapi/, or OpenAPI documents (YAML or JSON).

  --json  the verdict as JSON, and nothing else
  --all   every operation of the documents, not only those that openapi/fragment.yaml selects
  --help  show this

Exits 0 whatever the verdict, 2 when a document cannot be used.`;

await runCommand(
  help,
  async (args) => {
    const options = { json: { type: "boolean" }, all: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [base, head, ...more] = positionals;
    if (!base || !head || more.length > 0) {
      throw new SpecError(`expected two documents, base and head, but got ${positionals.length}; see --help`);
    }
    const diff = await diffSpecs(workspaceRoot, base, head, { all: values.all ?? false, path: userPath });
    if (!values.json && diff.types) addSnippets(diff.operations, diff.types, entriesOf(diff));
    console.log(values.json ? renderJson(diff) : renderReport(diff));
    return 0;
  },
  { failure: 2 },
);
