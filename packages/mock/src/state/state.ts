import type { Account, Accounts } from "../accounts/accounts.ts";
import { finish } from "../catalog/steps.ts";
import type { Clock } from "../clock/clock.ts";
import type { Fragment } from "../fragment/fragment.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";
import type { Fixture } from "./fixture.ts";
import { type ResourceView, resourceView } from "./resource-view.ts";

/** What an account holds at this moment of the mock's clock, to look into from a test. */
export interface State {
  readonly items: ResourceView;
  readonly variants: ResourceView;
  readonly categories: ResourceView;
  /** The bodies of accepted back-in-stock subscriptions. */
  readonly subscriptions: readonly unknown[];
  /**
   * Adds resources, checked as the API would check them: all of them or, when one is refused, none.
   *
   * @throws {FixtureError} with the place of the first entry that the API would refuse
   */
  load(fixture: Fixture): Promise<void>;
  /**
   * Stops a job where it stands. The API has the status but no operation that leads to it.
   *
   * @throws {RangeError} when there is no such job, or it has ended
   */
  cancelJob(id: string): void;
  /** The same for another account. */
  account(name: string): State;
}

export interface StateOptions {
  accounts: Accounts;
  changes: PendingChanges;
  clock: Clock;
  loadFragment: () => Promise<Fragment>;
}

export function createState(options: StateOptions, name: string): State {
  const { accounts, changes, clock, loadFragment } = options;
  /** The account as it would be if somebody had looked at every moment until now. */
  const now = (): Account => {
    const account = accounts.get(name);
    finish(account.jobs.settle(clock.now()));
    changes.tryToFlush();
    return account;
  };
  return {
    items: resourceView(() => now().catalog, "item"),
    variants: resourceView(() => now().catalog, "variant"),
    categories: resourceView(() => now().catalog, "category"),
    subscriptions: accounts.get(name).subscriptions.bodies,
    load: async (fixture) => {
      const [fragment, { loadFixture }] = await Promise.all([loadFragment(), import("./load-fixture.ts")]);
      loadFixture(now().catalog, fixture, { fragment, at: clock.now(), save: () => changes.flush() });
    },
    cancelJob: (id) => {
      now().jobs.cancel(id, clock.now());
      changes.flush();
    },
    account: (other) => createState(options, other),
  };
}
