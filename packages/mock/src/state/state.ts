import type { Accounts } from "../accounts/accounts.ts";
import type { Fragment } from "../fragment/fragment.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";
import type { Fixture } from "./fixture.ts";
import { type ResourceView, resourceView } from "./resource-view.ts";

/** What an account holds, to look into from a test. */
export interface State {
  readonly items: ResourceView;
  readonly variants: ResourceView;
  readonly categories: ResourceView;
  /** The bodies of accepted back-in-stock subscriptions. */
  readonly subscriptions: readonly unknown[];
  /**
   * Adds resources, checked as the API would check them.
   *
   * @throws {FixtureError} at the first entry that the API would refuse; the ones before it stay
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
  loadFragment: () => Promise<Fragment>;
}

export function createState(options: StateOptions, name: string): State {
  const { accounts, changes, loadFragment } = options;
  const { catalog, jobs, subscriptions } = accounts.get(name);
  return {
    items: resourceView(catalog, "item"),
    variants: resourceView(catalog, "variant"),
    categories: resourceView(catalog, "category"),
    subscriptions: subscriptions.bodies,
    load: async (fixture) => {
      const [fragment, { loadFixture }] = await Promise.all([loadFragment(), import("./load-fixture.ts")]);
      loadFixture(catalog, fixture, fragment);
      changes.flush();
    },
    cancelJob: (id) => {
      jobs.cancel(id);
      changes.flush();
    },
    account: (other) => createState(options, other),
  };
}
