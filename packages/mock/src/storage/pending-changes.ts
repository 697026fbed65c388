import { type Storage, StorageError, type StoredEntry, type StoredKind } from "./storage.ts";

export interface PendingChange {
  account: string;
  kind: StoredKind;
  id: string;
  /** What to keep, or nothing once it is gone; asked when the change is written. */
  read: () => unknown;
}

/**
 * What has changed since the last answer. Everything goes to the storage before the answer goes out; what could not be
 * written waits for the next attempt.
 */
export class PendingChanges {
  readonly #storage: Storage | undefined;
  readonly #changes = new Map<string, PendingChange>();

  constructor(storage?: Storage) {
    this.#storage = storage;
  }

  add(change: PendingChange): void {
    if (this.#storage)
      this.#changes.set(`${change.kind} ${change.account.length} ${change.account} ${change.id}`, change);
  }

  /** @throws {StorageError} when the storage cannot be written; nothing is lost by that */
  flush(): void {
    if (this.#changes.size === 0) return;
    try {
      this.#storage?.save(Array.from(this.#changes.values(), entryOf));
    } catch (error) {
      throw new StorageError(
        `The change is made but could not be saved: ${(error as Error).message}. It will be saved with the next one.`,
        { cause: error },
      );
    }
    this.#changes.clear();
  }

  /** For those who have changed nothing themselves: what fails now is tried again with the next change. */
  tryToFlush(): void {
    try {
      this.flush();
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  }
}

function entryOf({ account, kind, id, read }: PendingChange): StoredEntry {
  const value = read();
  return { account, kind, id, json: value === undefined ? null : JSON.stringify(value) };
}
