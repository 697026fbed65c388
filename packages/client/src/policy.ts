/** A transport: sends one request. `fetch` itself is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** Wraps a transport with one concern, such as retrying; see `policies/` for the client's own. */
export type Policy = (next: Fetch) => Fetch;

/**
 * Wraps a transport with policies; the first is the outermost.
 *
 * @example
 * ```ts
 * import { auth, userAgent, withPolicies } from "@org/client";
 *
 * const send = withPolicies((request) => fetch(request), [userAgent(), auth({ apiKey: "pk_…" })]);
 * ```
 */
export function withPolicies(transport: Fetch, policies: readonly Policy[]): Fetch {
  return policies.reduceRight((next, policy) => policy(next), transport);
}
