import { diffSpecs } from "../diff/diff-specs.ts";
import { readFragments } from "../generate/fragments.ts";
import type { MatrixRevision } from "./build-matrix.ts";

/** Every revision in `openapi/`, oldest first, each with the verdict since the one before. */
export async function readRevisions(root: string): Promise<MatrixRevision[]> {
  const revisions: MatrixRevision[] = [];
  for (const { revision, document } of await readFragments(root)) {
    const before = revisions.at(-1)?.revision;
    const options = { all: false, path: (name: string) => name };
    const verdict = before === undefined ? undefined : await diffSpecs(root, before, revision, options);
    revisions.push({ revision, document, ...(verdict && { verdict }) });
  }
  return revisions;
}
