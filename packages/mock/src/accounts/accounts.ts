import { Catalog } from "../catalog/catalog.ts";
import type { Pace } from "../jobs/job.ts";
import { Jobs } from "../jobs/jobs.ts";
import type { PendingChange, PendingChanges } from "../storage/pending-changes.ts";
import type { StoredKind } from "../storage/storage.ts";
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

function createAccount(name: string, { changes, pace, random }: AccountsOptions): Account {
  const answers = new KnownAnswers();
  const change = (kind: StoredKind, id: string, read: PendingChange["read"]) => {
    answers.forget();
    changes.add({ account: name, kind, id, read });
  };
  const catalog = new Catalog({
    record: ({ kind, id }) => change(kind, id, () => catalog.get(kind, id)),
    link: (item, category) => {
      const link = [item.id, category.id];
      change("link", JSON.stringify(link), () => (catalog.linked(item, category) ? link : undefined));
    },
  });
  const jobs = new Jobs({ catalog, pace, random, onChange: ({ id }) => change("job", id, () => jobs.get(id)) });
  const subscriptions = new Subscriptions((one) => change("subscription", String(one.seq), () => one));
  return { name, catalog, jobs, windows: new Windows(), subscriptions, answers };
}
