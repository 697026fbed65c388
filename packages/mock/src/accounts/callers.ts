import { ApiProblem } from "../fragment/api-problem.ts";

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

const scheme = /^(?:Klaviyo-API-Key|Bearer) +(\S+)$/i;

/**
 * Who sent this `Authorization` header. Without `keys` every well-formed one opens the default account.
 *
 * @throws {ApiProblem} 401
 */
export function identifyCaller(authorization: string | undefined, keys?: Keys): Caller {
  if (authorization === undefined) {
    throw unauthorized("not_authenticated", "Authentication credentials were not provided.");
  }
  const key = scheme.exec(authorization)?.[1];
  if (key === undefined) {
    throw unauthorized(
      "not_authenticated",
      "Missing or invalid authorization scheme. Use Klaviyo-API-Key with a private key, or Bearer with a token.",
    );
  }
  if (keys === undefined) return { account: defaultAccount };
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (known === undefined) throw unauthorized("authentication_failed", "Incorrect authentication credentials.");
  return { account: known.account ?? key, ...(known.scopes && { scopes: known.scopes }) };
}

function unauthorized(code: string, detail: string): ApiProblem {
  return new ApiProblem(401, [{ code, title: "Authentication failed.", detail, source: { pointer: "/data/" } }]);
}

/** @throws {ApiProblem} 403 when the caller's key lacks a scope that the operation needs */
export function checkScopes(caller: Caller, needed: readonly string[]): void {
  const missing = caller.scopes === undefined ? [] : needed.filter((scope) => !caller.scopes?.includes(scope));
  if (missing.length === 0) return;
  throw new ApiProblem(403, [
    {
      code: "permission_denied",
      title: "You do not have permission to perform this action.",
      detail: `The API key is missing the scope ${missing.join(", ")}.`,
    },
  ]);
}
