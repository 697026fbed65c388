export interface KeyOptions {
  /** Keys of the same account see the same catalog and share its limits. @default the key itself */
  account?: string;
  /** What the key may do, e.g. `["catalogs:read"]`. @default every scope */
  scopes?: readonly string[];
}

/** API keys and OAuth tokens by their text. */
export type Keys = Readonly<Record<string, KeyOptions>>;

export interface Caller {
  account: string;
  scopes?: readonly string[];
}

export const defaultAccount = "default";

/** The account that a mock's `state` shows unless another is named. */
export function firstAccount(keys: Keys = {}): string {
  const [first] = Object.entries(keys);
  return first === undefined ? defaultAccount : (first[1].account ?? first[0]);
}
