import type ts from "typescript";
import { callsOf } from "./calls.ts";
import type { Note } from "./edit.ts";
import type { Migration } from "./migration.ts";

/**
 * Calls in files that have nothing to do with our packages as far as imports show: a client that came in as an
 * argument or through an import alias, or another API that has the same path.
 */
export function listUnlinkedPaths(tree: ts.SourceFile, migration: Migration): Note[] {
  if (!tree.text.includes("/api/")) return [];
  return [...callsOf(tree, migration)].flatMap(({ literal, operation }): Note[] => {
    const { method, path, now } = operation;
    if (now?.path === path) return [];
    const became = now ? `it is \`${now.path}\` now` : "it is gone";
    const message = `${method} ${path}: ${became}; left as it is, because no import leads from here to a client`;
    return [{ position: literal.getStart(), message }];
  });
}
