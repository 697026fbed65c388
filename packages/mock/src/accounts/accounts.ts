import type { Clock } from "../clock/clock.ts";
import { Jobs } from "../jobs/jobs.ts";
import type { Pace } from "../jobs/pace.ts";
import { Windows } from "../limits/windows.ts";
import { Catalog } from "../state/catalog.ts";
import type { Account } from "./account.ts";

export interface AccountsOptions {
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
    let account = this.#byName.get(name);
    if (account === undefined) {
      const { clock, pace, random } = this.#options;
      const catalog = new Catalog({ now: () => clock.now() });
      const jobs = new Jobs({ catalog, pace, random });
      account = { name, catalog, jobs, windows: new Windows(), subscriptions: [] };
      this.#byName.set(name, account);
    }
    return account;
  }
}
