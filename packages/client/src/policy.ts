/**
 * A transport: sends one request. `fetch` itself is one.
 *
 * `init` carries what holds for this attempt alone: the signal of {@link timeout}. Making another `Request` for it would
 * double the cost of a call.
 */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** Wraps a transport with one concern, such as retrying; hands `init` on as it came. */
export type Policy = (next: Fetch) => Fetch;

/**
 * Wraps a transport with policies; the first is the outermost.
 *
 * @example
 * ```ts
 * import { auth, userAgent, withPolicies } from "@org/client";
 *
 * const send = withPolicies(fetch, [userAgent(), auth({ apiKey: "pk_…" })]);
 * ```
 */
export function withPolicies(transport: Fetch, policies: readonly Policy[]): Fetch {
  return policies.reduceRight((next, policy) => policy(next), transport);
}
