import type ts from "typescript";
import { parseSource, syntaxError } from "../syntax/parse-source.ts";
import { callsOf } from "./calls.ts";
import { applyEdits } from "./edit.ts";
import { listUnlinkedPaths } from "./list-unlinked-paths.ts";
import { migrateSource } from "./migrate-source.ts";
import type { Migration } from "./migration.ts";
import { standings } from "./standings.ts";

export interface Place {
  line: number;
  column: number;
}

export interface FileReport {
  path: string;
  /** Its new text, if there is one. */
  text?: string;
  edits: (Place & { before: string; after: string })[];
  notes: (Place & { message: string })[];
}

/** Migrates files, given as path -> text. The answer holds those with something to change or to say. */
export function migrateFiles(files: ReadonlyMap<string, string>, migration: Migration): FileReport[] {
  const trees = new Map([...files].map(([path, text]) => [path, parseSource(path, text)]));
  const standing = standings(trees, migration);
  return [...trees].flatMap(([path, tree]): FileReport[] => {
    const own = standing.get(path);
    const { edits, notes } = own
      ? migrateSource({ tree, standing: own, calls: [...callsOf(tree, migration)] }, migration)
      : { edits: [], notes: listUnlinkedPaths(tree, migration) };
    if (edits.length === 0 && notes.length === 0) return [];
    const broken = syntaxError(path, tree.text);
    if (broken) {
      const message = `left as it is, because it does not parse: ${broken.message}`;
      return [{ path, edits: [], notes: [{ ...placeOf(tree, broken.position), message }] }];
    }
    return [
      {
        path,
        ...(edits.length > 0 && { text: applyEdits(tree.text, edits) }),
        edits: edits.map(({ start, end, text }) => ({
          ...placeOf(tree, start),
          before: tree.text.slice(start, end),
          after: text,
        })),
        notes: notes.map(({ position, message }) => ({ ...placeOf(tree, position), message })),
      },
    ];
  });
}

function placeOf(tree: ts.SourceFile, position: number): Place {
  const { line, character } = tree.getLineAndCharacterOfPosition(position);
  return { line: line + 1, column: character + 1 };
}
