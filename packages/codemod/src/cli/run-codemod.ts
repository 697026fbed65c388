import { relative, resolve } from "node:path";
import { count } from "../files/count.ts";
import { writeFiles } from "../files/write-files.ts";
import { searchText } from "../leftovers/search-text.ts";
import { type FileReport, migrateFiles } from "../migrate/migrate-files.ts";
import type { Plan } from "../migration/plan.ts";
import { listSourceFiles } from "../project/list-source-files.ts";
import { readTexts } from "../project/read-texts.ts";

export interface CodemodOptions {
  /** What the paths are relative to. */
  root: string;
  /** Folders and files. */
  paths: readonly string[];
  dryRun?: boolean;
}

/** Migrates the sources at some paths: all files that change, or none. */
export async function runCodemod(plan: Plan, { root, paths, dryRun = false }: CodemodOptions): Promise<FileReport[]> {
  const found = await listSourceFiles(root, paths);
  const sources = await readTexts(root, found.sources);
  const others = await readTexts(root, found.others);
  const reports = [
    ...migrateFiles(root, sources.texts, plan),
    ...[...others.texts].flatMap(([path, text]) => {
      const hit = searchText(text, plan);
      return hit ? [noteOn(path, hit.message, hit.line)] : [];
    }),
    ...notesOnLinks(found.links),
    ...sources.unreadable.map((path) => noteOn(path, "left as it is, because it is not UTF-8")),
  ];
  const outputs = reports.flatMap(({ path, text }): [string, string][] =>
    text === undefined ? [] : [[relative(root, resolve(root, path)), text]],
  );
  if (!dryRun) await writeFiles(root, new Map(outputs));
  return reports;
}

/** All links in one note: a project may have a thousand of them for one reason. */
function notesOnLinks([first, ...more]: readonly string[]): FileReport[] {
  if (first === undefined) return [];
  const others =
    more.length === 0
      ? ""
      : `; ${count(more.length, "more link")} ${more.length === 1 ? "is" : "are"} left out as well`;
  return [
    noteOn(first, `left out, because it is a symbolic link: name what it leads to if that is to be changed${others}`),
  ];
}

function noteOn(path: string, message: string, line = 1): FileReport {
  const place = { line, column: 1 };
  return { path, edits: [], notes: [{ before: place, after: place, message }] };
}
