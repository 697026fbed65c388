import type { Clock } from "../clock/clock.ts";
import { Jobs } from "../jobs/jobs.ts";
import type { Pace } from "../jobs/pace.ts";
import { Windows } from "../limits/windows.ts";
import { Catalog } from "../state/catalog.ts";
import { Subscriptions } from "../state/subscriptions.ts";
import type { PendingChange, PendingChanges } from "../storage/pending-changes.ts";
import type { StoredKind } from "../storage/storage.ts";
import { storedRecord } from "../storage/stored-record.ts";
import type { Account } from "./account.ts";
import { KnownAnswers } from "./known-answers.ts";

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
