import type { OperationFacts } from "./find-operation.ts";

/** What is known of an attempt besides its request. */
export interface AttemptInit extends RequestInit {
  /** Stops the attempt, in place of the request's own signal; `null`: nothing does. */
  signal?: AbortSignal | null;
  /** Which attempt of its call this is. @default 1 */
  attempt?: number;
  /** When it is left out, policies find it by the request's URL. */
  operation?: OperationFacts | undefined;
}

/**
 * A transport: sends one request. `fetch` itself is one.
 *
 * `init` carries what holds for this attempt alone. Making another `Request` for it would double the cost of a call.
 */
export type Fetch = (request: Request, init?: AttemptInit) => Promise<Response>;

/** Wraps a transport with one concern, such as retrying; hands `init` on as it came. */
export type Policy = (next: Fetch) => Fetch;

/** What stops an attempt. */
export function signalOf(request: Request, init: AttemptInit | undefined): AbortSignal | null {
  return init?.signal === undefined ? request.signal : init.signal;
}

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
