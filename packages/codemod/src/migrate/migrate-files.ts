import type ts from "typescript";
import type { Plan } from "../migration/plan.ts";
import { openProject, type Project } from "../project/project.ts";
import { applyEdits, type Edit } from "../renames/edit.ts";
import type { TextLiteral } from "../syntax/nodes.ts";
import { type Call, callsOf } from "../uses/calls.ts";
import { entryOf } from "../uses/entry.ts";
import type { Source } from "../uses/source.ts";
import { standings } from "../uses/standings.ts";
import { migrateSource } from "./migrate-source.ts";

export interface Place {
  line: number;
  column: number;
}

export interface FileReport {
  path: string;
  /** Its new text, if there is one. */
  text?: string;
  edits: (Place & { before: string; after: string })[];
  /** Where they stand now, and where they will once the edits are made. */
  notes: { before: Place; after: Place; message: string }[];
}

/**
 * Migrates files, given as path -> text; paths are relative to `root`. The answer holds those with something to change or
 * to say.
 */
export function migrateFiles(root: string, files: ReadonlyMap<string, string>, plan: Plan): FileReport[] {
  const project = openProject(root, files, (name) => entryOf(name) !== undefined);
  return sourcesOf(project, plan).flatMap(({ path, source }): FileReport[] => {
    const { tree } = source;
    const { edits, notes } = migrateSource(source, plan);
    if (edits.length === 0 && notes.length === 0) return [];
    const broken = project.syntaxError(tree);
    if (broken) {
      const place = placeOf(tree, broken.position);
      const message = `left as it is, because it does not parse: ${broken.message}`;
      return [{ path, edits: [], notes: [{ before: place, after: place, message }] }];
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
        notes: notes.map(({ position, message }) => ({
          before: placeOf(tree, position),
          after: placeAfter(tree, position, edits),
          message,
        })),
      },
    ];
  });
}

/** The files that may be about the API: all but those for a third revision. */
function sourcesOf(project: Project, plan: Plan): { path: string; source: Source }[] {
  const { checker } = project;
  const standing = standings(project, plan);
  const sources: { path: string; tree: ts.SourceFile; standing: Source["standing"]; calls: Call[] }[] = [];
  const called = new Map<TextLiteral, Call[]>();
  for (const [path, tree] of project.trees) {
    const own = standing.get(path);
    if (own === "other") continue;
    const calls = [...callsOf(tree, own, plan, checker)];
    sources.push({ path, tree, standing: own, calls });
    if (own) for (const call of calls) called.set(call.literal, [...(called.get(call.literal) ?? []), call]);
  }
  return sources.map(({ path, ...source }) => {
    const own = [...called].filter(([literal]) => literal.getSourceFile() === source.tree);
    return { path, source: { ...source, checker, called: new Map(own) } };
  });
}

function placeOf(tree: ts.SourceFile, position: number): Place {
  const { line, character } = tree.getLineAndCharacterOfPosition(position);
  return { line: line + 1, column: character + 1 };
}

/** An edit is within a line: what follows in that line moves, and nothing else. */
function placeAfter(tree: ts.SourceFile, position: number, edits: readonly Edit[]): Place {
  const { line, column } = placeOf(tree, position);
  const start = position - column + 1;
  const moved = edits.filter((edit) => edit.start >= start && edit.end <= position);
  return { line, column: moved.reduce((sum, { start, end, text }) => sum + text.length - (end - start), column) };
}
