import type { Clock } from "../basics/clock.ts";
import type { Timeouts } from "../policies/call-settings.ts";
import type { CredentialsOptions } from "../policies/credentials.ts";
import type { Hooks } from "../policies/hooks.ts";
import type { Policy, Transport } from "../policies/policy.ts";
import type { RateLimitOptions } from "../policies/rate-limit.ts";
import type { RetryOptions } from "../policies/retry.ts";
import type { AppInfo } from "../policies/user-agent.ts";
import type { HeadersOptions } from "../request/headers.ts";

/** Options of `createClient`. */
export interface ClientOptions extends CredentialsOptions, Hooks {
  /**
   * Where the API is; may have a path. In a page it may be relative. At an own `baseUrl`, a proxy can add the
   * credentials: then the client needs none.
   * @default "https://a.klaviyo.com"
   */
  baseUrl?: string | undefined;
  /** Sends a finished attempt, credentials included. @default the global `fetch`, looked up at every call */
  fetch?: Transport | undefined;
  /** Sent with every call, instead of what a policy would send under the same name; `null` removes a header. */
  headers?: HeadersOptions | undefined;
  /** Named in `User-Agent`, for Klaviyo's logs. */
  appInfo?: AppInfo | undefined;
  /** How failed attempts are repeated; `false`: not at all. */
  retry?: Omit<RetryOptions, "onRetry" | "maxWait" | "clock"> | false | undefined;
  /** How the API's limits are kept; `false`: not at all. */
  rateLimit?: Omit<RateLimitOptions, "onRateLimit" | "clock"> | false | undefined;
  /** A number is the time of an attempt. */
  timeout?: Timeouts | number | undefined;
  /** Your own, the first outermost: they see every attempt, after retry and rate limit and before credentials. */
  policies?: readonly Policy[] | undefined;
  /** Where retries, limits and timeouts take time from: a mock's, so that tests wait for nothing. @default systemClock */
  clock?: Clock | undefined;
}
