import { writeFiles } from "../workspace/write-files.ts";
import { listSourceFiles } from "./list-source-files.ts";
import { type FileReport, migrateFiles } from "./migrate-files.ts";
import type { Migration } from "./migration.ts";
import { readSources } from "./read-sources.ts";

export interface CodemodOptions {
  folder: string;
  dryRun?: boolean;
}

/** Migrates the sources below a folder: all files that change, or none. */
export async function runCodemod(migration: Migration, options: CodemodOptions): Promise<FileReport[]> {
  const { folder, dryRun = false } = options;
  const { texts, unreadable } = await readSources(folder, await listSourceFiles(folder));
  const message = "left as it is, because it is not UTF-8";
  const reports = [
    ...migrateFiles(texts, migration),
    ...unreadable.map((path): FileReport => ({ path, edits: [], notes: [{ line: 1, column: 1, message }] })),
  ];
  const outputs = new Map(reports.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text]])));
  if (!dryRun) await writeFiles(folder, outputs);
  return reports;
}
