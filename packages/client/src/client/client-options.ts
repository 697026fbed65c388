import type { CredentialsOptions } from "../policies/credentials.ts";
import type { Hooks } from "../policies/hooks.ts";
import type { Fetch, Policy } from "../policies/policy.ts";
import type { RateLimitOptions } from "../policies/rate-limit.ts";
import type { RetryOptions } from "../policies/retry.ts";
import type { AppInfo } from "../policies/user-agent.ts";

/** Milliseconds. */
export interface ClientTimeouts {
  /** Until the headers of an attempt's answer are here. @default 30_000 */
  attempt?: number;
  /** For the whole call: its waits, its attempts and the body of its answer. @default no limit */
  call?: number;
}

/** Options of `createClient`. */
export interface ClientOptions extends CredentialsOptions, Hooks {
  /** Where the API is; may have a path. @default "https://a.klaviyo.com" */
  baseUrl?: string;
  /** Sends a finished attempt, credentials included. @default the global `fetch`, looked up at every call */
  fetch?: Fetch;
  /** Sent with every call. */
  headers?: Record<string, string>;
  /** Named in `User-Agent`, for Klaviyo's logs. */
  appInfo?: AppInfo;
  /** How failed attempts are repeated; `false`: not at all. */
  retry?: Omit<RetryOptions, "onRetry"> | false;
  /** How the API's limits are kept; `false`: not at all. */
  rateLimit?: Omit<RateLimitOptions, "onRateLimit"> | false;
  /** A number is the time of an attempt. */
  timeout?: ClientTimeouts | number;
  /** Your own, the first outermost: they see every attempt, after retry and rate limit and before credentials. */
  policies?: readonly Policy[];
}
