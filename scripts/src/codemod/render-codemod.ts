import { join } from "node:path";
import type { FileReport } from "./migrate-files.ts";

/** What was changed, and then what is left to do, each with file and line. */
export function renderCodemod(reports: readonly FileReport[], folder: string, dryRun: boolean): string {
  const place = (path: string, { line, column }: { line: number; column: number }) =>
    `${join(folder, path)}:${line}:${column}`;
  const edits = reports.flatMap((report) =>
    report.edits.map((edit) => `${place(report.path, edit)} ${oneLine(edit.before)} -> ${oneLine(edit.after)}`),
  );
  const notes = reports.flatMap((report) =>
    report.notes.map((note) => `${place(report.path, note)} ${oneLine(note.message)}`),
  );
  const changed = reports.filter(({ text }) => text !== undefined).length;
  return [
    ...edits,
    ...(edits.length > 0 ? [""] : []),
    `${count(edits.length, "place")} in ${count(changed, "file")} ${dryRun ? "would be changed" : "changed"}`,
    ...(notes.length > 0 ? ["", `${count(notes.length, "place")} left to you:`, ...notes] : []),
  ].join("\n");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
