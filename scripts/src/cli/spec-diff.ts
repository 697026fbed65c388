import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:diff <base> <head> [--json] [--all]

Says for each operation what changes for programs when head takes the place of base, and the bump that this needs.
base and head are revisions in openapi/, or OpenAPI documents (YAML or JSON).

  --json  the verdict as JSON, and nothing else
  --all   every operation of the documents, not only those that openapi/fragment.yaml selects
  --help  show this

Exits 0 whatever the verdict, 2 when a document cannot be used.`;

export const command: Command = {
  help,
  failure: 2,
  async run(root, args) {
    const options = { json: { type: "boolean" }, all: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [base, head, ...more] = positionals;
    if (!base || !head || more.length > 0) {
      throw new SpecError(`expected two documents, base and head, but got ${positionals.length}; see --help`);
    }

    const { diffSpecs } = await import("../diff/diff-specs.ts");
    const { renderJson } = await import("../diff/render-json.ts");
    const { renderReport } = await import("../diff/render-report.ts");
    const { addSnippets, entriesOf } = await import("../diff/snippets.ts");

    const diff = await diffSpecs(root, base, head, { all: values.all ?? false, path: userPath });
    if (!values.json && diff.types) addSnippets(diff.operations, diff.types, entriesOf(diff));
    console.log(values.json ? renderJson(diff) : renderReport(diff));
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
