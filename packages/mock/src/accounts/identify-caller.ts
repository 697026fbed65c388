import { Refusal } from "../http/refusal.ts";
import { type Caller, defaultAccount, type Keys } from "./keys.ts";

const scheme = /^(?:Klaviyo-API-Key|Bearer) +(\S+)$/i;

/**
 * Who sent this `Authorization` header. Without `keys` every well-formed one opens the default account.
 *
 * @throws {Refusal} 401
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

function unauthorized(code: string, detail: string): Refusal {
  return new Refusal(401, [{ code, title: "Authentication failed.", detail, source: { pointer: "/data/" } }]);
}
