import type { CredentialsOptions } from "./credentials.ts";
import type { AppInfo } from "./policies/user-agent.ts";
import type { Fetch, Policy } from "./policy.ts";

/** Options of `createClient`. */
export interface ClientOptions extends CredentialsOptions {
  /** Where the API is; may have a path. @default "https://a.klaviyo.com" */
  baseUrl?: string;
  /** Sends a request. @default the global `fetch`, looked up at every call */
  fetch?: Fetch;
  /** Sent with every call. */
  headers?: Record<string, string>;
  /** Named in `User-Agent`, for Klaviyo's logs. */
  appInfo?: AppInfo;
  /** Your own, the first outermost: they see every attempt, after retry and rate limit and before credentials. */
  policies?: readonly Policy[];
}
