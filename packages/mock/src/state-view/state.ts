import type { Accounts } from "../accounts/accounts.ts";
import type { PendingChanges } from "../storage/pending-changes.ts";
import { type ResourceView, resourceView } from "./resource-view.ts";

/** What an account holds, to look into from a test. */
export interface State {
  readonly items: ResourceView;
  readonly variants: ResourceView;
  readonly categories: ResourceView;
  /** The bodies of accepted back-in-stock subscriptions. */
  readonly subscriptions: readonly unknown[];
  /**
   * Stops a job where it stands. The API has the status but no operation that leads to it.
   *
   * @throws {RangeError} when there is no such job, or it has ended
   */
  cancelJob(id: string): void;
  /** The same for another account. */
  account(name: string): State;
}

export function createState(accounts: Accounts, changes: PendingChanges, name: string): State {
  const { catalog, jobs, subscriptions } = accounts.get(name);
  return {
    items: resourceView(catalog, "item"),
    variants: resourceView(catalog, "variant"),
    categories: resourceView(catalog, "category"),
    subscriptions: subscriptions.bodies,
    cancelJob: (id) => {
      jobs.cancel(id);
      changes.flush();
    },
    account: (other) => createState(accounts, changes, other),
  };
}
