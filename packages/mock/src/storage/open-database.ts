import type { DatabaseSync } from "node:sqlite";
import type { Storage, StoredEntry } from "./storage.ts";

/**
 * Keeps a mock's state in an SQLite file: whatever was answered is still there after a kill. The file belongs to one
 * process at a time. Needs Node 22.13 or later.
 *
 * @throws {Error} when the file is not such a database, or is in use
 *
 * @example
 * ```ts
 * import { createMock } from "@org/mock";
 * import { openDatabase } from "@org/mock/node";
 *
 * const mock = createMock({ storage: await openDatabase("catalog.db") });
 * ```
 */
export async function openDatabase(file: string): Promise<Storage> {
  const { DatabaseSync } = await import("node:sqlite");
  try {
    return storageOn(new DatabaseSync(file));
  } catch (error) {
    throw new Error(`Cannot keep the mock's state in ${file}: ${(error as Error).message}`, { cause: error });
  }
}

function storageOn(database: DatabaseSync): Storage {
  // In WAL mode a commit survives the process; only a power failure could lose the last ones.
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS entry (
      account TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (account, kind, id)
    ) WITHOUT ROWID;
  `);
  const all = database.prepare("SELECT account, kind, id, json FROM entry");
  const put = database.prepare("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM entry WHERE account = ? AND kind = ? AND id = ?");
  const write = ({ account, kind, id, json }: StoredEntry) =>
    json === null ? remove.run(account, kind, id) : put.run(account, kind, id, json);
  return {
    load: () => all.iterate() as unknown as Iterable<StoredEntry>,
    save: (entries) => {
      database.exec("BEGIN");
      try {
        for (const entry of entries) write(entry);
        database.exec("COMMIT");
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => database.close(),
  };
}
