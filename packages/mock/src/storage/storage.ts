export type StoredKind = "item" | "variant" | "category" | "link" | "job" | "subscription";

/** One thing of an account's, in the form it is kept in. */
export interface StoredEntry {
  account: string;
  kind: StoredKind;
  id: string;
  /** JSON, or `null` for what has been deleted. */
  json: string | null;
}

/** Where a mock keeps its state beyond its own life. */
export interface Storage {
  load(): Iterable<StoredEntry>;
  /** Keeps all of the entries or none; once it returns they survive the process. */
  save(entries: readonly StoredEntry[]): void;
  close(): void;
}

/** A storage that cannot be read or written: says why. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}
