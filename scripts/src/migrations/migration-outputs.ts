import { diffDocuments } from "../diff/diff-documents.ts";
import { applyCorrections, type Correction } from "../generate/corrections.ts";
import type { Fragment, FragmentSettings } from "../generate/fragments.ts";
import { header, type Outputs } from "../generate/outputs.ts";
import { migrationOf } from "./migration-of.ts";

const folder = "packages/codemod/src/generated";

/**
 * What the codemod knows, as data: the renames between every two revisions, in both directions, each in a file of its
 * own, so that a run loads one. The fragments are as published; they are not changed.
 */
export function migrationOutputs(
  fragments: readonly Fragment[],
  settings: FragmentSettings,
  corrections: readonly Correction[],
): Outputs {
  const documents = fragments.map(({ revision, document }) => {
    const corrected = structuredClone(document);
    applyCorrections(corrected, corrections);
    return { revision, document: corrected };
  });
  const openEnums = settings.enums === "open";
  const outputs: Outputs = new Map();
  const pairs: string[] = [];
  for (const { revision: from, document: base } of documents) {
    for (const { revision: to, document: head } of documents) {
      if (from === to) continue;
      const migration = migrationOf(from, to, diffDocuments(base, head, { openEnums }), head);
      const text = `import type { Migration } from "../migration/migration.ts";\n\nexport const migration: Migration = ${render(migration)};\n`;
      outputs.set(`${folder}/${from}--${to}.ts`, header(`openapi/${from}.yaml and openapi/${to}.yaml`) + text);
      pairs.push(`${from}--${to}`);
    }
  }
  const revisions = fragments.map(({ revision }) => revision);
  return outputs.set(
    `${folder}/migrations.ts`,
    header("openapi/fragment.yaml") + renderIndex(revisions, pairs, settings),
  );
}

function renderIndex(revisions: readonly string[], pairs: readonly string[], { current }: FragmentSettings): string {
  const loaders = pairs.map((pair) => `  ${JSON.stringify(pair)}: () => import(${JSON.stringify(`./${pair}.ts`)}),\n`);
  return `import type { Migration } from "../migration/migration.ts";

/** The revision that the entries without a revision stand for. */
export const current = ${JSON.stringify(current)};

export const revisions: readonly string[] = ${JSON.stringify(revisions)};

/** By \`<from>--<to>\`. */
export const migrations: Readonly<Record<string, () => Promise<{ migration: Migration }>>> = {\n${loaders.join("")}};
`;
}

/** One member of a list a line, so that a diff shows which operation changed. */
function render(migration: object): string {
  const members = Object.entries(migration).map(([key, value]) => {
    if (typeof value !== "object") return `  ${key}: ${JSON.stringify(value)},\n`;
    const isList = Array.isArray(value);
    const items = Object.entries(value).map(
      ([name, item]) => `    ${isList ? "" : `${JSON.stringify(name)}: `}${JSON.stringify(item)},\n`,
    );
    const [open, close] = isList ? "[]" : "{}";
    return `  ${key}: ${open}\n${items.join("")}  ${close},\n`;
  });
  return `{\n${members.join("")}}`;
}
