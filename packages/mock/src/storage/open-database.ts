import { statSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
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
    // SQLite would take a name that begins with `file:` for a URI, which may be another file.
    const path = resolve(file);
    const isNew = await checkFile(path);
    if (!isNew) checkPages(new Database(path, { readOnly: true }));
    const database = new Database(path);
    if (isNew) makeTable(database);
    return storageOn(database, path);
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

/** All at once and before there is a log beside the file, so that the file itself says whose it is. */
function makeTable(database: DatabaseSync): void {
  database.exec(`
    BEGIN;
    PRAGMA application_id = ${applicationId};
    CREATE TABLE entry (
      account TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (account, kind, id)
    ) WITHOUT ROWID;
    COMMIT;
  `);
}

/** Writes nothing yet: what the file holds may turn out to be damaged. */
function storageOn(database: DatabaseSync, file: string): Storage {
  // In WAL mode a commit survives the process; only a power failure could lose the last ones. The lock comes second:
  // with it, SQLite would not take away the file of shared memory that the check of the pages has left.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA synchronous = NORMAL;
    BEGIN EXCLUSIVE;
    COMMIT;
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
