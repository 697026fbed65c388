import { join } from "node:path";
import { applyAliases, readAliases } from "@org/scripts/src/generate/aliases.ts";
import { applyCorrections, readCorrections } from "@org/scripts/src/generate/corrections.ts";
import { readSettings } from "@org/scripts/src/generate/fragments.ts";
import type { MatrixRevision } from "@org/scripts/src/matrix/build-matrix.ts";
import { readRevisions } from "@org/scripts/src/matrix/read-revisions.ts";

/** The fragments in `openapi/` of the workspace at `root`, oldest first, and which one is current. */
export async function readDocuments(root: string): Promise<{ current: string; revisions: MatrixRevision[] }> {
  const { current } = await readSettings(root);
  const corrections = await readCorrections(join(root, "openapi", "corrections.yaml"));
  const aliases = await readAliases(join(root, "openapi", "aliases.yaml"));
  const published = await readRevisions(root);
  // The site says what the types say: with what is known better than the published documents know it.
  const revisions = published.map((each) => {
    const document = structuredClone(each.document);
    const own = aliases[each.revision];
    applyCorrections(document, corrections);
    if (own) applyAliases(document, own);
    return { ...each, document };
  });
  return { current, revisions };
}
