import type { Storage, StoredEntry, StoredKind } from "./storage.ts";

export interface PendingChange {
  account: string;
  kind: StoredKind;
  id: string;
  /** What to keep, or nothing once it is gone; asked when the change is written. */
  read: () => unknown;
}

/** What has changed since the last answer. Everything goes to the storage before the answer goes out. */
export class PendingChanges {
  readonly #storage: Storage | undefined;
  readonly #changes = new Map<string, PendingChange>();

  constructor(storage?: Storage) {
    this.#storage = storage;
  }

  add(change: PendingChange): void {
    if (this.#storage) this.#changes.set(JSON.stringify([change.account, change.kind, change.id]), change);
  }

  flush(): void {
    if (this.#changes.size === 0) return;
    this.#storage?.save(Array.from(this.#changes.values(), entryOf));
    this.#changes.clear();
  }
}

function entryOf({ account, kind, id, read }: PendingChange): StoredEntry {
  const value = read();
  return { account, kind, id, json: value === undefined ? null : JSON.stringify(value) };
}
