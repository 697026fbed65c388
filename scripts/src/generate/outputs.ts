import type { OpenApiDocument } from "../document/openapi.ts";
import { SpecError } from "../document/spec-error.ts";
import { type Aliases, applyAliases } from "./aliases.ts";
import { commentText } from "./comment-text.ts";
import { applyCorrections, type Correction } from "./corrections.ts";
import { renderClientEntry, renderMockFragment, renderMockRevisions } from "./entries.ts";
import type { Fragment, FragmentSettings } from "./fragments.ts";
import { operationTable, renderOperationTable } from "./operation-table.ts";
import { refuseUncompilable } from "./refuse-uncompilable.ts";
import { renderSelectionConfig, selectionConfig } from "./selection-config.ts";
import { generateTypes } from "./types.ts";

/** Generated text by the path of its file. */
export type Outputs = Map<string, string>;

/** The folders that hold generated files and nothing else. */
export const generatedFolders = ["types", "client", "mock", "codemod"].map((name) => `packages/${name}/src/generated`);

export interface WorkspaceOutputs {
  outputs: Outputs;
  /** Corrections that match in no revision any more. */
  unmatched: Correction[];
}

/**
 * Everything that is generated for the workspace: for each revision types, a client entry and the mock's fragment; and
 * which of the workspace's own files need more than is selected.
 */
export function workspaceOutputs(
  fragments: readonly Fragment[],
  settings: FragmentSettings,
  corrections: readonly Correction[],
  aliases: Readonly<Record<string, Aliases>> = {},
): WorkspaceOutputs {
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
    const openEnums = settings.enums === "open";
    outputs.set(`${types}/${name}`, header(source) + generateTypes(document, { openEnums }));
    outputs.set(`${client}/${name}`, header(source) + renderClientEntry(document));
    outputs.set(`${mock}/${name}`, header(source) + renderMockFragment(document));
  }
  const reExport = `${header("openapi/fragment.yaml")}export * from ${JSON.stringify(`./${current}.ts`)};\n`;
  outputs.set(`${types}/current.ts`, reExport);
  outputs.set(`${client}/current.ts`, reExport);
  const documents = new Map(fragments.map(({ revision, document }) => [revision, document]));
  outputs.set(`${mock}/revisions.ts`, header("openapi/fragment.yaml") + renderMockRevisions(documents, current));
  const isTypes = ([path]: [string, string]) => path.startsWith(`${types}/2`);
  refuseUncompilable({
    types: new Map([...outputs].filter(isTypes)),
    code: new Map([...outputs].filter((output) => !isTypes(output))),
  });
  outputs.set(selectionConfig, renderSelectionConfig(settings));
  return { outputs, unmatched: [...unmatched] };
}

/**
 * Types and operation table of any document, for any folder. What we know about Klaviyo's documents, and what our client
 * does with a `revision` header, says nothing about others. The document is changed.
 *
 * @throws SpecError when what is generated does not compile
 */
export function documentOutputs(document: OpenApiDocument, source: string): Outputs {
  const table = renderOperationTable(operationTable(document));
  const outputs = new Map([
    ["types.ts", header(source) + generateTypes(document, { revisionHeader: "kept", inPlace: true })],
    ["operations.ts", `${header(source)}export const operations = ${table} as const;\n`],
  ]);
  refuseUncompilable({ types: outputs });
  return outputs;
}

/** Says that a file is generated, and from what. */
export function header(source: string): string {
  return `// Generated from ${commentText(source)} by \`pnpm generate\`; do not edit.\n\n`;
}
