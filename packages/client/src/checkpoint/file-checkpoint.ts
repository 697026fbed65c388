import type { DatabaseSync, StatementSync } from "node:sqlite";
import { withoutStop } from "../basics/without-stop.ts";
import type { Checkpoint } from "./checkpoint.ts";

/** Tells our files from other databases: "bulk" in ASCII. */
const applicationId = 0x62756c6b;

/**
 * A checkpoint of `bulk` in a file: a SQLite database that stays below a few megabytes, whatever the number of records. It
 * survives a kill, a crash of the machine and a full disk. Needs Node 22.13, Bun or Deno with `node:sqlite`.
 *
 * @param path of the file, made when the run begins; beside it stands a `-wal` file while a run uses it
 * @throws {Error} when the run begins: the file is no checkpoint, cannot be written, or another process uses it
 * @example
 * ```ts
 * import { bulk, createClient } from "@org/client";
 * import { fileCheckpoint } from "@org/client/node";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const records = [{ external_id: "shirts", name: "Shirts" }];
 * const checkpoint = fileCheckpoint("categories.db");
 * await bulk(klaviyo, "upsert", "catalog-category", records, { checkpoint }).summary();
 * ```
 */
export function fileCheckpoint(path: string): Checkpoint {
  let database: DatabaseSync | undefined;
  let set: StatementSync;
  let remove: StatementSync;
  return {
    async read() {
      const opened = await open(path);
      const entries = entriesIn(opened, path);
      // Once: V8 does not know how much memory a statement has, and collects a new one for every write late.
      set = opened.prepare("INSERT OR REPLACE INTO entry (key, value) VALUES (?, ?)");
      remove = opened.prepare("DELETE FROM entry WHERE key = ?");
      database = opened;
      return entries;
    },
    write(changes) {
      if (!database) throw new Error("A checkpoint is read before it is written.");
      database.exec("BEGIN IMMEDIATE");
      try {
        for (const [key, value] of changes) value === undefined ? remove.run(key) : set.run(key, value);
        database.exec("COMMIT");
      } catch (error) {
        // A disk that is full may have ended the transaction already.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
    close() {
      database?.close();
      database = undefined;
    },
  };
}

async function open(path: string): Promise<DatabaseSync> {
  const { DatabaseSync } = await import("node:sqlite").catch((cause: unknown) => {
    throw new Error("fileCheckpoint needs node:sqlite, which Node has from 22.13 on.", { cause });
  });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE");
    const { application_id: id } = database.prepare("PRAGMA application_id").get() as { application_id: number };
    const { count } = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get() as { count: number };
    if (id !== applicationId && count > 0) throw new Error("it is another program's database");
    database.exec("CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
    database.exec(`PRAGMA application_id = ${applicationId}; COMMIT`);
    // The log is a second file, and FULL has it on the disk before a write returns. Freed pages are used again.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    return database;
  } catch (error) {
    database?.close();
    throw unopened(path, error);
  }
}

function entriesIn(database: DatabaseSync, path: string): Map<string, string> {
  try {
    const rows = database.prepare("SELECT key, value FROM entry").all() as { key: string; value: string }[];
    return new Map(rows.map(({ key, value }) => [key, value]));
  } catch (error) {
    database.close();
    throw unopened(path, error);
  }
}

function unopened(path: string, cause: unknown): Error {
  const { errcode, message } = cause as { errcode?: number; message: string };
  const reason = errcode === 5 ? "another process uses it" : withoutStop(message);
  return new Error(`The checkpoint ${path} cannot be opened: ${reason}.`, { cause });
}
