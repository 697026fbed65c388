import { count } from "../files/count.ts";
import type { FileReport, Place } from "../migrate/migrate-files.ts";

/** What was changed, and then what is left to do, each with file, line and column. */
export function renderReports(reports: readonly FileReport[], dryRun: boolean): string {
  const edits = reports.flatMap(({ path, edits }) =>
    edits.map((edit) => `${placeIn(path, edit)} ${oneLine(edit.before)} -> ${oneLine(edit.after)}`),
  );
  const notes = reports.flatMap(({ path, notes }) =>
    notes.map(({ before, after, message }) => `${placeIn(path, dryRun ? before : after)} ${oneLine(message)}`),
  );
  const changed = reports.filter(({ text }) => text !== undefined).length;
  return [
    ...edits,
    ...(edits.length > 0 ? [""] : []),
    `${count(edits.length, "place")} in ${count(changed, "file")} ${dryRun ? "would be changed" : "changed"}`,
    ...(notes.length > 0
      ? ["", `${count(notes.length, "place")} left to you:`, ...notes]
      : ["nothing is left to you but what `tsc` reports"]),
  ].join("\n");
}

function placeIn(path: string, { line, column }: Place): string {
  return `${path}:${line}:${column}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
