import { type FileReport, migrateFiles } from "../migrate/migrate-files.ts";
import type { FormerOperation, Migration } from "../migration/migration.ts";
import { type Plan, type PlanOptions, planMigration } from "../migration/plan.ts";

const [from, to] = ["2026-01-15", "2026-04-15"];

/** An operation that becomes what is given; by default it stays as it is. */
export function operation(method: string, path: string, id: string, change: Partial<FormerOperation> = {}) {
  return { method, path, id, now: { path, id }, ...change };
}

/** One that is gone. */
export function gone(method: string, path: string, id: string): FormerOperation {
  return { method, path, id, reason: "the operation is gone; calls of it no longer compile" };
}

/** A migration of an API with few operations: `create_thing` and `get_thing` unless others are given. */
export function smallPlan(migration: Partial<Migration> = {}, options: Partial<PlanOptions> = {}): Plan {
  const operations = [
    operation("POST", "/api/things", "create_thing"),
    operation("GET", "/api/things/{id}", "get_thing"),
  ];
  return planMigration(
    { from, to, operations, added: [], aliases: {}, schemas: {}, ...migration },
    { current: to, ...options },
  );
}

/** Migrates files that exist nowhere. */
export function migrate(files: Readonly<Record<string, string>>, plan: Plan): FileReport[] {
  return migrateFiles("/project", new Map(Object.entries(files)), plan);
}

/** Migrates one file that has a client of the old revision from `@org/client/2026-01-15`. */
export function migrateText(text: string, plan: Plan): { text: string; notes: string[] } {
  const before = `import { klaviyo, unwrap, paginate } from "@org/client/${plan.from}";\n${text}`;
  const reports = migrate({ "a.ts": before }, plan);
  const after = reports[0]?.text ?? before;
  return { text: after.slice(after.indexOf("\n") + 1), notes: notesOf(reports, 1) };
}

/** `line: message`, the lines counted from after the first `skipped` ones. */
export function notesOf(reports: readonly FileReport[], skipped = 0): string[] {
  return reports.flatMap(({ notes }) => notes.map(({ before, message }) => `${before.line - skipped}: ${message}`));
}
