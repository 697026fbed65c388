import { joined } from "../basics/joined.ts";
import { version } from "../version.ts";
import { defaultHeader } from "./default-header.ts";
import type { Policy } from "./policy.ts";

/** The program that uses this client, for Klaviyo's logs. */
export interface AppInfo {
  name: string;
  version?: string | undefined;
}

/** Options of {@link userAgent}. */
export interface UserAgentOptions {
  appInfo?: AppInfo | undefined;
}

/**
 * Names this package, and the program around it, in `User-Agent`. A header set by the caller stays.
 *
 * @example
 * ```ts
 * import { userAgent } from "@org/client";
 *
 * const policy = userAgent({ appInfo: { name: "shop-sync", version: "1.4.0" } });
 * ```
 */
export function userAgent({ appInfo }: UserAgentOptions = {}): Policy {
  const app = joined("/", appInfo?.name, appInfo?.version);
  return defaultHeader("user-agent", joined(" ", `klaviyo-catalogs-client/${version}`, app));
}
