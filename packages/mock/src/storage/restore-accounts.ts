import type { Accounts } from "../accounts/accounts.ts";
import type { Job } from "../jobs/job.ts";
import type { Storage, StoredEntry, StoredKind } from "./storage.ts";
import { restoreRecord, type StoredRecord } from "./stored-record.ts";

/** What refers to others comes after them. */
const order: readonly StoredKind[] = ["category", "item", "variant", "job", "subscription"];

/** Fills accounts with what a storage has kept. */
export function restoreAccounts(accounts: Accounts, storage: Storage): void {
  const byKind = new Map<StoredKind, StoredEntry[]>(order.map((kind) => [kind, []]));
  for (const entry of storage.load()) byKind.get(entry.kind)?.push(entry);
  for (const [kind, entries] of byKind) {
    const parsed = entries.map(({ account, json }) => ({
      account: accounts.get(account),
      value: JSON.parse(json ?? ""),
    }));
    parsed.sort((a, b) => a.value.seq - b.value.seq);
    for (const { account, value } of parsed) {
      if (kind === "job") account.jobs.restore(value as Job);
      else if (kind === "subscription") account.subscriptions.restore(value);
      else restoreRecord(account.catalog, value as StoredRecord);
    }
  }
}
