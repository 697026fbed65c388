import { statSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { DatabaseSync } from "node:sqlite";
import { type Storage, StorageError, type StoredEntry } from "./storage.ts";

/** Says in the file's header whose it is: "kmck" in ASCII. */
const applicationId = 0x6b6d636b;

/**
 * Keeps a mock's state in an SQLite file: whatever was answered is still there after a kill. The file belongs to one
 * process at a time. Needs Node 22.13 or later.
 *
 * @throws {StorageError} when the file is not such a database, is damaged or in use; it is left as it is
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
  const { DatabaseSync: Database } = await import("node:sqlite").catch(() => {
    throw new StorageError(
      `Cannot keep the mock's state in ${file}: that needs Node 22.13 or later with its SQLite; this is Node ${process.versions.node} without.`,
    );
  });
  try {
    const isNew = await checkFile(file);
    if (!isNew) checkPages(new Database(file, { readOnly: true }));
    return storageOn(new Database(file), file);
  } catch (error) {
    throw new StorageError(`Cannot keep the mock's state in ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Looks at the first bytes (https://www.sqlite.org/fileformat.html) and tells whether there is nothing yet. */
async function checkFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return true;
  if (!found.isFile()) throw new Error("it is not a file");
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100);
    if (bytesRead === 0) return true;
    if (!buffer.toString("latin1").startsWith("SQLite format 3\0")) throw new Error("file is not a database");
    if (buffer.readUInt32BE(68) !== applicationId) throw new Error("it is a database of another program");
    return false;
  } finally {
    await handle.close();
  }
}

function checkPages(database: DatabaseSync): void {
  try {
    const found = Object.values(database.prepare("PRAGMA quick_check(1)").get() ?? {});
    if (found[0] !== "ok") throw new Error(`the database is damaged (${found[0]})`);
  } finally {
    database.close();
  }
}

function storageOn(database: DatabaseSync, file: string): Storage {
  // In WAL mode a commit survives the process; only a power failure could lose the last ones. The first lines come
  // before that mode, so that the file itself, and not only its log, says whose it is.
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA application_id = ${applicationId};
    CREATE TABLE IF NOT EXISTS entry (
      account TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (account, kind, id)
    ) WITHOUT ROWID;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
  `);
  const { ino } = statSync(file);
  const all = database.prepare("SELECT account, kind, id, json FROM entry");
  const put = database.prepare("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM entry WHERE account = ? AND kind = ? AND id = ?");
  const write = ({ account, kind, id, json }: StoredEntry) =>
    json === null ? remove.run(account, kind, id) : put.run(account, kind, id, json);
  /** SQLite would go on writing to a file that has been deleted. */
  const checkPlace = () => {
    if (statSync(file, { throwIfNoEntry: false })?.ino !== ino) throw new Error(`${file} is gone, or another file`);
  };
  return {
    load: () => all.iterate() as unknown as Iterable<StoredEntry>,
    save: (entries) => {
      checkPlace();
      database.exec("BEGIN");
      try {
        for (const entry of entries) write(entry);
        database.exec("COMMIT");
      } catch (error) {
        // A full disk has SQLite roll back by itself.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => database.close(),
  };
}
