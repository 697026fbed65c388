import type { CatalogRecord } from "../catalog/record-table.ts";
import type { Validate } from "../fragment/validator.ts";
import type { Job } from "../jobs/job.ts";
import { type Storage, StorageError, type StoredEntry, type StoredKind } from "../storage/storage.ts";
import type { Account, Accounts } from "./accounts.ts";
import { storedChecks } from "./stored-shapes.ts";
import type { StoredSubscription } from "./subscriptions.ts";

type Restore = (account: Account, value: unknown) => void;

/** What refers to others comes after them. */
const restorers: Readonly<Record<StoredKind, Restore>> = {
  category: restoreRecord,
  item: restoreRecord,
  variant: restoreRecord,
  link: restoreLink,
  job: ({ jobs }, value) => jobs.restore(value as Job),
  subscription: ({ subscriptions }, value) => subscriptions.restore(value as StoredSubscription),
};

/**
 * Fills accounts with what a storage has kept.
 *
 * @throws {StorageError} for an entry that no mock has written
 */
export function restoreAccounts(accounts: Accounts, storage: Storage): void {
  const byKind = new Map(Object.keys(restorers).map((kind) => [kind, [] as { entry: StoredEntry; value: unknown }[]]));
  const checks = storedChecks();
  for (const entry of storage.load()) {
    const [group, check] = [byKind.get(entry.kind), checks.get(entry.kind)];
    if (group === undefined || check === undefined) throw foreign(entry, "nothing that a mock keeps");
    group.push({ entry, value: parse(entry, check) });
  }
  for (const [kind, entries] of byKind) {
    const restore = restorers[kind as StoredKind];
    if (kind !== "link") entries.sort((a, b) => seqOf(a.value) - seqOf(b.value));
    for (const { entry, value } of entries) restore(accounts.get(entry.account), value);
  }
}

function parse(entry: StoredEntry, check: Validate): unknown {
  let value: unknown;
  try {
    value = JSON.parse(entry.json ?? "");
  } catch (error) {
    throw foreign(entry, (error as Error).message);
  }
  const [mistake] = check(value);
  if (mistake) throw foreign(entry, [...mistake.path, mistake.rule].join(" "));
  const { id = entry.id } = value as { id?: string };
  if (id !== entry.id) throw foreign(entry, `it says that it is '${id}'`);
  return value;
}

function foreign({ kind, id }: StoredEntry, what: string): StorageError {
  return new StorageError(`Cannot take up the state that was kept: the ${kind} '${id}' is damaged (${what}).`);
}

function seqOf(value: unknown): number {
  return (value as { seq: number }).seq;
}

function restoreRecord({ catalog }: Account, value: unknown): void {
  catalog.restore(value as CatalogRecord);
}

function restoreLink({ catalog }: Account, value: unknown): void {
  const [itemId, categoryId] = value as [string, string];
  const item = catalog.get("item", itemId);
  const category = catalog.get("category", categoryId);
  if (item && category) catalog.restoreLink(item, category);
}
