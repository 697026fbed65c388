import type { Storage, StoredEntry } from "@org/mock";

/** Keeps the state of a mock in memory, so that another mock, with other options, can go on with it. */
export function sharedStorage(): Storage {
  const entries = new Map<string, StoredEntry>();
  return {
    load: () => entries.values(),
    save: (changed) => {
      for (const entry of changed) {
        const key = `${entry.account} ${entry.kind} ${entry.id}`;
        if (entry.json === null) entries.delete(key);
        else entries.set(key, entry);
      }
    },
    close: () => {},
  };
}
