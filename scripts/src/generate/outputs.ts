import type { OpenApiDocument } from "../document/openapi.ts";
import { SpecError } from "../document/spec-error.ts";
import { type Aliases, applyAliases } from "./aliases.ts";
import { applyCorrections, type Correction } from "./corrections.ts";
import { renderClientEntry, renderMockFragment, renderMockRevisions } from "./entries.ts";
import type { Fragment, FragmentSettings } from "./fragments.ts";
import { operationTable, renderOperationTable } from "./operation-table.ts";
import { generateTypes } from "./types.ts";

/** Generated text by the path of its file. */
export type Outputs = Map<string, string>;

/** The folders that hold generated files and nothing else. */
export const generatedFolders = ["types", "client", "mock"].map((name) => `packages/${name}/src/generated`);

export interface WorkspaceOutputs {
  outputs: Outputs;
  /** Corrections that match in no revision any more. */
  unmatched: Correction[];
}

/** Everything that is generated for the workspace: for each revision types, a client entry and the mock's fragment. */
export async function workspaceOutputs(
  fragments: readonly Fragment[],
  settings: FragmentSettings,
  corrections: readonly Correction[],
  aliases: Readonly<Record<string, Aliases>> = {},
): Promise<WorkspaceOutputs> {
  const revisions = fragments.map(({ revision }) => revision);
  const { current } = settings;
  if (!revisions.includes(current)) {
    throw new SpecError(
      `openapi/fragment.yaml: the current revision is ${current}, but there is no openapi/${current}.yaml`,
    );
  }
  const [types, client, mock] = generatedFolders;
  const outputs: Outputs = new Map();
  const unmatched = new Set(corrections);
  for (const { revision, document } of fragments) {
    const missed = applyCorrections(document, corrections);
    for (const correction of corrections) if (!missed.includes(correction)) unmatched.delete(correction);
    if (aliases[revision]) applyAliases(document, aliases[revision]);
    const source = `openapi/${revision}.yaml`;
    const name = `${revision}.ts`;
    outputs.set(
      `${types}/${name}`,
      header(source) + (await generateTypes(document, { openEnums: settings.enums === "open" })),
    );
    outputs.set(`${client}/${name}`, header(source) + renderClientEntry(document));
    outputs.set(`${mock}/${name}`, header(source) + renderMockFragment(document));
  }
  const reExport = `${header("openapi/fragment.yaml")}export * from "./${current}.ts";\n`;
  outputs.set(`${types}/current.ts`, reExport);
  outputs.set(`${client}/current.ts`, reExport);
  const documents = new Map(fragments.map(({ revision, document }) => [revision, document]));
  outputs.set(`${mock}/revisions.ts`, header("openapi/fragment.yaml") + renderMockRevisions(documents, current));
  return { outputs, unmatched: [...unmatched] };
}

/** Types and operation table of any document, for any folder. */
export async function documentOutputs(
  document: OpenApiDocument,
  source: string,
  corrections: readonly Correction[],
): Promise<Outputs> {
  applyCorrections(document, corrections);
  const table = renderOperationTable(operationTable(document));
  return new Map([
    ["types.ts", header(source) + (await generateTypes(document))],
    ["operations.ts", `${header(source)}export const operations = ${table} as const;\n`],
  ]);
}

function header(source: string): string {
  return `// Generated from ${source} by \`pnpm generate\`; do not edit.\n\n`;
}
