import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import { readFragments, readSettings } from "@org/scripts/src/generate/fragments.ts";
import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";

export interface ServedRevision {
  revision: string;
  isCurrent: boolean;
  /** How many operations it has. */
  operations: number;
}

declare const data: ServedRevision[];

export { data };

/** The revisions that the packages know, newest first. */
export default {
  async load(): Promise<ServedRevision[]> {
    const [fragments, { current }] = await Promise.all([readFragments(workspaceRoot), readSettings(workspaceRoot)]);
    return fragments.toReversed().map(({ revision, document }) => ({
      revision,
      isCurrent: revision === current,
      operations: [...listOperations(document)].length,
    }));
  },
};
