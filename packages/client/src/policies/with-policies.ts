import { readWhole, rereadable } from "../answers/whole-answer.ts";
import type { Fetch, Policy, Transport } from "./policy.ts";
import { readAnswer } from "./read-answer.ts";

/**
 * Wraps a transport with policies; the first is the outermost. Answers come up whole: their bodies have been read and can
 * be read any number of times. A transport that fails rejects with a `ConnectionError`.
 *
 * @example
 * ```ts
 * import { auth, userAgent, withPolicies } from "@org/client";
 *
 * const send = withPolicies(fetch, [userAgent(), auth({ apiKey: "pk_…" })]);
 * await send("https://a.klaviyo.com/api/accounts", { method: "GET", headers: { revision: "2026-07-15" } });
 * ```
 */
export function withPolicies(transport: Transport, policies: readonly Policy[]): Fetch {
  return compose(transport, [...policies, rereadableAnswers]);
}

/**
 * {@link withPolicies} for policies that look at bodies only where {@link rereadableAnswers} is inside of them.
 *
 * @param redact cuts credentials out of what the transport says of its failures
 */
export function compose(
  transport: Transport,
  policies: readonly Policy[],
  redact?: (text: string, authorization?: string) => string,
): Fetch {
  return policies.reduceRight((next, policy) => policy(next), readAnswer(transport, redact));
}

/** Reads the whole of an answer that a policy inside of it has made. */
export function wholeAnswers(next: Fetch): Fetch {
  return async (url, init) => readWhole(await next(url, init));
}

/** Lets the policies outside of it read bodies that have been read. */
export function rereadableAnswers(next: Fetch): Fetch {
  return async (url, init) => rereadable(await next(url, init));
}
