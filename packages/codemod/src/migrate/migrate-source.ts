import { listBuiltEntries } from "../leftovers/list-built-entries.ts";
import { listBuiltPaths } from "../leftovers/list-built-paths.ts";
import { listContinuedPaths } from "../leftovers/list-continued-paths.ts";
import { listFilterUses } from "../leftovers/list-filter-uses.ts";
import { listRemovedCalls } from "../leftovers/list-removed-calls.ts";
import { listRuntimeNames } from "../leftovers/list-runtime-names.ts";
import { listUnlinkedNames } from "../leftovers/list-unlinked-names.ts";
import { listUnreadPaths } from "../leftovers/list-unread-paths.ts";
import type { Plan } from "../migration/plan.ts";
import { type Changes, joinChanges, type Note } from "../renames/edit.ts";
import { renameEntries } from "../renames/rename-entries.ts";
import { renameNamedTypes } from "../renames/rename-named-types.ts";
import { renameOperationNames } from "../renames/rename-operation-names.ts";
import { renamePathParameters } from "../renames/rename-path-parameters.ts";
import { renamePaths } from "../renames/rename-paths.ts";
import { entriesIn } from "../uses/entry-literals.ts";
import type { Source } from "../uses/source.ts";

/**
 * What to change in a file, and what is left to a person. What a program sends and reads that the new types do not have
 * is not searched for: the compiler finds all of it, and says where.
 */
export function migrateSource(source: Source, plan: Plan): Changes {
  const { edits, notes: left, ambiguous } = joinChanges(renamesIn(source, plan));
  const notes = [
    ...left,
    ...(source.standing ? [] : listUnlinkedNames(source, plan)),
    ...listRemovedCalls(source),
    ...listFilterUses(source),
    ...listBuiltPaths(source.tree, plan),
    ...listContinuedPaths(source, plan),
    ...listBuiltEntries(source.tree, plan),
    ...listRuntimeNames(source, plan),
    ...listUnreadPaths(source.tree, plan),
  ];
  if (ambiguous && namesOldEntry(source, plan)) {
    const message = `left as it is, because it is for ${plan.from} and for another revision, and uses names that mean different things in them`;
    return { edits: [], notes: distinct([{ position: 0, message }, ...notes]) };
  }
  return {
    edits: [...new Map(edits.map((edit) => [edit.start, edit])).values()].sort((a, b) => a.start - b.start),
    notes: distinct(notes),
  };
}

function renamesIn(source: Source, plan: Plan): Changes[] {
  const paths = renamePaths(source, plan);
  if (!source.standing) return [paths];
  return [
    renameEntries(source, plan),
    paths,
    renamePathParameters(source, plan),
    renameOperationNames(source, plan),
    renameNamedTypes(source, plan),
  ];
}

/** Once its entry was replaced, nothing would tell any more which names are still to be looked at. */
function namesOldEntry({ tree }: Source, { from, current }: Plan): boolean {
  return entriesIn(tree).some((entry) => entry.versioned && (entry.revision ?? current) === from);
}

function distinct(notes: readonly Note[]): Note[] {
  const unique = new Map(notes.map((note) => [`${note.position} ${note.message}`, note]));
  return [...unique.values()].sort((a, b) => a.position - b.position);
}
