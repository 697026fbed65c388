import type { Clock } from "../clock/clock.ts";
import { Jobs } from "../jobs/jobs.ts";
import type { Pace } from "../jobs/pace.ts";
import { Windows } from "../limits/windows.ts";
import { Catalog } from "../state/catalog.ts";
import { Subscriptions } from "../state/subscriptions.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";
import { storedRecord } from "../storage/stored-record.ts";
import type { Account } from "./account.ts";

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
  const catalog = new Catalog({
    now: () => clock.now(),
    onChange: ({ kind, id }) => changes.add({ account: name, kind, id, read: () => storedRecord(catalog, kind, id) }),
  });
  const jobs = new Jobs({
    catalog,
    clock,
    pace,
    random,
    onChange: ({ id }) => changes.add({ account: name, kind: "job", id, read: () => jobs.get(id) }),
  });
  const subscriptions = new Subscriptions((subscription) =>
    changes.add({ account: name, kind: "subscription", id: String(subscription.seq), read: () => subscription }),
  );
  return { name, catalog, jobs, windows: new Windows(), subscriptions };
}
