import { readdir } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { listOperations } from "../document/list-operations.ts";
import { nameSource } from "../document/name-source.ts";
import { readDocument } from "../document/read-document.ts";
import { SpecError } from "../document/spec-error.ts";
import { readAliases } from "../generate/aliases.ts";
import { readCorrections } from "../generate/corrections.ts";
import { readFragments, readSettings } from "../generate/fragments.ts";
import { documentOutputs, generatedFolders, workspaceOutputs } from "../generate/outputs.ts";
import { migrationOutputs } from "../migrations/migration-outputs.ts";
import { userPath, workspaceRoot } from "../workspace/workspace-root.ts";
import { findChanges, writeFiles } from "../workspace/write-files.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm generate [--check]
       pnpm generate --from <file> --out <folder>

Generates types, operation tables, the mock's data and the codemod's from openapi/*.yaml.

  --check         write nothing; exit 1 and name the files that are not up to date
  --from <file>   generate from this OpenAPI 3.0 or 3.1 document (YAML or JSON) instead, whole
  --out <folder>  where types.ts and operations.ts of that document go
  --help          show this`;

await runCommand(help, async (args) => {
  const { values } = parseArgs({
    args,
    options: { check: { type: "boolean" }, from: { type: "string" }, out: { type: "string" } },
  });
  if (values.from === undefined && values.out === undefined) return generateWorkspace(values.check ?? false);
  if (!values.from || !values.out) throw new SpecError("--from <file> and --out <folder> go together");
  if (values.check) throw new SpecError("--check is for the workspace; it does not go with --from");
  return generateDocument(values.from, values.out);
});

async function generateWorkspace(check: boolean): Promise<number> {
  const settings = await readSettings(workspaceRoot);
  const corrections = await readCorrections(join(workspaceRoot, "openapi", "corrections.yaml"));
  const aliases = await readAliases(join(workspaceRoot, "openapi", "aliases.yaml"));
  const fragments = await readFragments(workspaceRoot);
  const migrations = migrationOutputs(fragments, settings, corrections);
  const { outputs, unmatched } = workspaceOutputs(fragments, settings, corrections, aliases);
  for (const [path, text] of migrations) outputs.set(path, text);
  for (const { name } of unmatched) {
    console.warn(`openapi/corrections.yaml: ${name} matches nothing any more; remove it if upstream mended the error`);
  }
  const stale = (await filesIn(generatedFolders)).filter((path) => !outputs.has(path));
  const drifted = await findChanges(
    workspaceRoot,
    new Map([...outputs, ...stale.map((path) => [path, undefined] as const)]),
  );
  if (check && drifted.size > 0) {
    console.error(`${drifted.size} generated files are not up to date; run \`pnpm generate\`:`);
    for (const path of drifted.keys()) console.error(`  ${path}`);
    return 1;
  }
  await writeFiles(workspaceRoot, drifted);
  const operations = fragments.map(
    ({ revision, document }) => `${revision} (${[...listOperations(document)].length} operations)`,
  );
  console.log(`${operations.join(", ")}: ${outputs.size} files, ${drifted.size} ${check ? "drifted" : "written"}`);
  return 0;
}

async function filesIn(folders: readonly string[]): Promise<string[]> {
  const names = folders.map(async (folder) =>
    (await readdir(join(workspaceRoot, folder)).catch(() => [])).map((name) => `${folder}/${name}`),
  );
  return (await Promise.all(names)).flat();
}

async function generateDocument(from: string, out: string): Promise<number> {
  const file = relative(process.cwd(), userPath(from)) || from;
  const { document } = await readDocument(file);
  const outputs = await nameSource(file, async () => documentOutputs(document, basename(from)));
  const folder = resolve(userPath(out));
  await writeFiles(folder, outputs);
  for (const path of outputs.keys()) console.log(join(out, path));
  return 0;
}
