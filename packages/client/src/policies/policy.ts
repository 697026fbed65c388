import type { OperationFacts } from "../operations/operation-table.ts";

/** Headers by their names, in lower case: a name in any other case would be another header beside it. */
export type HeaderRecord = Record<Lowercase<string>, string>;

/** One attempt of a call: what `fetch` takes, and what the client knows of it. */
export interface AttemptInit extends RequestInit {
  method: string;
  /** The call's own: what a policy sets stays for the next attempt. */
  headers: HeaderRecord;
  /** Which attempt of its call this is. @default 1 */
  attempt?: number;
  /** When it is left out, policies find it by the URL. */
  operation?: OperationFacts | undefined;
}

/** A transport: sends one attempt. `fetch` itself is one. */
export type Fetch = (url: string, init: AttemptInit) => Promise<Response>;

/** Wraps a transport with one concern, such as retrying. */
export type Policy = (next: Fetch) => Fetch;

/**
 * Wraps a transport with policies; the first is the outermost.
 *
 * @example
 * ```ts
 * import { auth, userAgent, withPolicies } from "@org/client";
 *
 * const send = withPolicies(fetch, [userAgent(), auth({ apiKey: "pk_…" })]);
 * await send("https://a.klaviyo.com/api/accounts", { method: "GET", headers: { revision: "2026-07-15" } });
 * ```
 */
export function withPolicies(transport: Fetch, policies: readonly Policy[]): Fetch {
  return policies.reduceRight((next, policy) => policy(next), transport);
}
