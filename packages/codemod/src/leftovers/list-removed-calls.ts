import type { Note } from "../renames/edit.ts";
import type { Source } from "../uses/source.ts";

/** Calls of operations that are gone, and of those that moved: nobody compared what these take and give. */
export function listRemovedCalls({ calls }: Source): Note[] {
  return calls.flatMap(({ node, operation }): Note[] => {
    const { method, path, now, reason, moved } = operation;
    const position = node.getStart();
    if (!now) return [{ position, message: `${method} ${path}: ${reason}` }];
    if (!moved) return [];
    const message = `${method} ${path} moved to ${now.path}: check what it takes and answers, which was not compared`;
    return [{ position, message }];
  });
}
