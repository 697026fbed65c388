import { diffDocuments } from "../../diff/diff-documents.ts";
import { type SmallApi, smallApi } from "../../testing/small-api.ts";
import { type FileReport, migrateFiles } from "../migrate-files.ts";
import { type Migration, planMigration, type Revisions } from "../migration.ts";

export const revisions: Revisions = { from: "2026-01-15", to: "2026-04-15", current: "2026-04-15" };

/** The migration from the small API, or an edition of it, to another edition. */
export async function smallMigration(
  edit: (head: SmallApi) => void,
  { base = () => {}, ...overrides }: Partial<Revisions> & { base?: (base: SmallApi) => void } = {},
): Promise<Migration> {
  const head = smallApi(edit);
  return planMigration({ ...revisions, ...overrides }, diffDocuments(smallApi(base), head), head);
}

/** Migrates one file that has a client of the old revision from `@org/client/2026-01-15`. */
export function migrateText(text: string, migration: Migration): { text: string; notes: string[] } {
  const before = `import { klaviyo, unwrap, paginate } from "@org/client/${migration.from}";\n${text}`;
  const reports = migrateFiles(new Map([["a.ts", before]]), migration);
  const after = reports[0]?.text ?? before;
  return { text: after.slice(after.indexOf("\n") + 1), notes: notesOf(reports) };
}

/** `line: message`, as in the text without its import. */
export function notesOf(reports: readonly FileReport[]): string[] {
  return reports.flatMap(({ notes }) => notes.map(({ line, message }) => `${line - 1}: ${message}`));
}
