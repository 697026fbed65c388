import type { Accounts } from "../accounts/accounts.ts";
import { type ResourceView, resourceView } from "./resource-view.ts";

/** What an account holds, to look into from a test. */
export interface State {
  readonly items: ResourceView;
  readonly variants: ResourceView;
  readonly categories: ResourceView;
  /** The bodies of accepted back-in-stock subscriptions. */
  readonly subscriptions: readonly unknown[];
  /** The same for another account. */
  account(name: string): State;
}

export function createState(accounts: Accounts, name: string): State {
  const { catalog, subscriptions } = accounts.get(name);
  return {
    items: resourceView(catalog, "item"),
    variants: resourceView(catalog, "variant"),
    categories: resourceView(catalog, "category"),
    subscriptions,
    account: (other) => createState(accounts, other),
  };
}
