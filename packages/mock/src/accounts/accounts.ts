import { Catalog } from "../catalog/catalog.ts";
import type { Clock } from "../clock/clock.ts";
import type { Job, Pace } from "../jobs/job.ts";
import { Jobs } from "../jobs/jobs.ts";
import type { PendingChange, PendingChanges } from "../storage/pending-changes.ts";
import type { Storage, StoredEntry, StoredKind } from "../storage/storage.ts";
import { restoreRecord, type StoredRecord, storedRecord } from "../storage/stored-record.ts";
import { KnownAnswers } from "./known-answers.ts";
import { Subscriptions } from "./subscriptions.ts";
import { Windows } from "./windows.ts";

/** Everything that belongs to one account and to no other. */
export interface Account {
  readonly name: string;
  readonly catalog: Catalog;
  readonly jobs: Jobs;
  readonly windows: Windows;
  readonly subscriptions: Subscriptions;
  readonly answers: KnownAnswers;
}

export interface AccountsOptions {
  changes: PendingChanges;
  clock: Clock;
  pace: Pace;
  random: () => number;
}

/** The accounts of one mock, each made when it is first spoken of. */
export class Accounts {
  readonly #byName = new Map<string, Account>();
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  get(name: string): Account {
    const account = this.#byName.get(name) ?? createAccount(name, this.#options);
    this.#byName.set(name, account);
    return account;
  }
}

function createAccount(name: string, { changes, clock, pace, random }: AccountsOptions): Account {
  const answers = new KnownAnswers();
  const change = (kind: StoredKind, id: string, read: PendingChange["read"]) => {
    answers.forget();
    changes.add({ account: name, kind, id, read });
  };
  const catalog = new Catalog({
    now: () => clock.now(),
    onChange: ({ kind, id }) => change(kind, id, () => storedRecord(catalog, kind, id)),
  });
  const jobs = new Jobs({ catalog, clock, pace, random, onChange: ({ id }) => change("job", id, () => jobs.get(id)) });
  const subscriptions = new Subscriptions((one) => change("subscription", String(one.seq), () => one));
  return { name, catalog, jobs, windows: new Windows(), subscriptions, answers };
}

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
