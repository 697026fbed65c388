import { diffSpecs } from "../diff/diff-specs.ts";
import { SpecError } from "../document/spec-error.ts";
import { readFragments, readSettings } from "../generate/fragments.ts";
import { type Migration, planMigration } from "./migration.ts";

export interface MigrationOptions {
  unpin?: boolean;
}

/** The migration between two revisions in `openapi/`, from the verdict between them. */
export async function readMigration(
  root: string,
  from: string,
  to: string,
  { unpin = false }: MigrationOptions = {},
): Promise<Migration> {
  if (from === to) throw new SpecError(`from and to are both ${from}; name two revisions`);
  const { current } = await readSettings(root);
  if (unpin && to !== current) {
    throw new SpecError(`--unpin: the entry without a revision stands for ${current}, not for ${to}`);
  }
  const fragments = await readFragments(root);
  for (const name of [from, to]) {
    if (fragments.some(({ revision }) => revision === name)) continue;
    const known = fragments.map(({ revision }) => revision).join(", ");
    throw new SpecError(`there is no openapi/${name}.yaml; the revisions are ${known}`);
  }
  const head = fragments.find(({ revision }) => revision === to)?.document;
  const verdict = await diffSpecs(root, from, to, { all: false, path: (name) => name });
  return planMigration({ from, to, current, unpin }, verdict, head ?? { openapi: "3.0.2", paths: {} });
}
