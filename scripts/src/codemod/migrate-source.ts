import type { Changes, Note } from "./edit.ts";
import { listBuiltPaths } from "./list-built-paths.ts";
import { listFilterUses } from "./list-filter-uses.ts";
import { listRemovedCalls } from "./list-removed-calls.ts";
import { listRuntimeNames } from "./list-runtime-names.ts";
import type { Migration } from "./migration.ts";
import { renameEntries } from "./rename-entries.ts";
import { renameNamedTypes } from "./rename-named-types.ts";
import { renamePathParameters } from "./rename-path-parameters.ts";
import { renamePaths } from "./rename-paths.ts";
import type { Source } from "./source.ts";

/**
 * What to change in a file, and what is left to a person. What a program sends and reads that the new types do not have
 * is not searched for: the compiler finds all of it, and says where.
 */
export function migrateSource(source: Source, migration: Migration): Changes {
  const renames = [
    renameEntries(source.tree, migration),
    renamePaths(source, migration),
    renamePathParameters(source),
    renameNamedTypes(source, migration),
  ];
  const notes = [
    ...renames.flatMap((rename) => rename.notes),
    ...listRemovedCalls(source),
    ...listFilterUses(source),
    ...listBuiltPaths(source.tree, migration),
    ...listRuntimeNames(source, migration),
  ];
  const edits = renames.flatMap((rename) => rename.edits);
  return {
    edits: [...new Map(edits.map((edit) => [edit.start, edit])).values()].sort((a, b) => a.start - b.start),
    notes: distinct(notes),
  };
}

function distinct(notes: readonly Note[]): Note[] {
  const unique = new Map(notes.map((note) => [`${note.position} ${note.message}`, note]));
  return [...unique.values()].sort((a, b) => a.position - b.position);
}
