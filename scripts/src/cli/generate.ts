import { readdir } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SpecError } from "../document/spec-error.ts";
import { count } from "../workspace/count.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm generate [--check]
       pnpm generate --from <file> --out <folder>

Generates types, operation tables, the mock's data and the codemod's from openapi/*.yaml.

  --check         write nothing; exit 1 and name the files that are not up to date
  --from <file>   generate from this OpenAPI 3.0 or 3.1 document (YAML or JSON) instead, whole
  --out <folder>  where types.ts and operations.ts of that document go
  --help          show this`;

export const command: Command = {
  help,
  async run(root, args) {
    const { values } = parseArgs({
      args,
      options: { check: { type: "boolean" }, from: { type: "string" }, out: { type: "string" } },
    });
    if (values.from === undefined && values.out === undefined) return generateWorkspace(root, values.check ?? false);
    if (!values.from || !values.out) throw new SpecError("--from <file> and --out <folder> go together");
    if (values.check) throw new SpecError("--check is for the workspace; it does not go with --from");
    return generateDocument(values.from, values.out);
  },
};

async function generateWorkspace(root: string, check: boolean): Promise<number> {
  const { listOperations } = await import("../document/list-operations.ts");
  const { readAliases } = await import("../generate/aliases.ts");
  const { readCorrections } = await import("../generate/corrections.ts");
  const { readFragments, readSettings } = await import("../generate/fragments.ts");
  const { generatedFolders, workspaceOutputs } = await import("../generate/outputs.ts");
  const { hasCatalogs, selectionConfig } = await import("../generate/selection-config.ts");
  const { migrationOutputs } = await import("../migrations/migration-outputs.ts");

  const settings = await readSettings(root);
  const corrections = await readCorrections(join(root, "openapi", "corrections.yaml"));
  const aliases = await readAliases(join(root, "openapi", "aliases.yaml"));
  const fragments = await readFragments(root);
  const migrations = migrationOutputs(fragments, settings, corrections);
  const { outputs, unmatched } = workspaceOutputs(fragments, settings, corrections, aliases);
  for (const [path, text] of migrations) outputs.set(path, text);
  for (const { name } of unmatched) {
    console.warn(
      `openapi/corrections.yaml: ${name} matches nothing any more, or the selection no longer contains it; remove it only if upstream mended the error`,
    );
  }
  const stale = (await filesIn(root, generatedFolders)).filter((path) => !outputs.has(path));
  const drifted = await findChanges(root, new Map([...outputs, ...stale.map((path) => [path, undefined] as const)]));
  if (check && drifted.size > 0) {
    console.error(`${count(drifted.size, "generated file")} must be brought up to date; run \`pnpm generate\`:`);
    for (const path of drifted.keys()) console.error(`  ${path}`);
    return 1;
  }
  await writeFiles(root, drifted);
  const operations = fragments.map(
    ({ revision, document }) => `${revision} (${count([...listOperations(document)].length, "operation")})`,
  );
  console.log(
    `${operations.join(", ")}: ${count(outputs.size, "file")}, ${drifted.size} ${check ? "drifted" : "written"}`,
  );
  if (!hasCatalogs(settings)) {
    console.log(
      `the tag Catalogs is not selected: tests, examples and pages about it are left out (${selectionConfig})`,
    );
  }
  return 0;
}

async function filesIn(root: string, folders: readonly string[]): Promise<string[]> {
  const names = folders.map(async (folder) =>
    (await readdir(join(root, folder)).catch(() => [])).map((name) => `${folder}/${name}`),
  );
  return (await Promise.all(names)).flat();
}

async function generateDocument(from: string, out: string): Promise<number> {
  const { nameSource } = await import("../document/name-source.ts");
  const { readDocument } = await import("../document/read-document.ts");
  const { documentOutputs } = await import("../generate/outputs.ts");

  const file = relative(process.cwd(), userPath(from)) || from;
  const { document } = await readDocument(file);
  const outputs = await nameSource(file, async () => documentOutputs(document, basename(from)));
  const folder = resolve(userPath(out));
  await writeFiles(folder, outputs);
  for (const path of outputs.keys()) console.log(join(out, path));
  return 0;
}

if (import.meta.main) await runCommand(command);
