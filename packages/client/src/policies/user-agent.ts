import type { Policy } from "../policy.ts";
import { version } from "../version.ts";

/** The program that uses this client, for Klaviyo's logs. */
export interface AppInfo {
  name: string;
  version?: string;
}

/** Options of {@link userAgent}. */
export interface UserAgentOptions {
  appInfo?: AppInfo;
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
export function userAgent(options: UserAgentOptions = {}): Policy {
  const products = [`klaviyo-catalogs-client/${version}`];
  const { appInfo } = options;
  if (appInfo) products.push(appInfo.version ? `${appInfo.name}/${appInfo.version}` : appInfo.name);
  const value = products.join(" ");
  return (next) => (request, init) => {
    if (!request.headers.has("user-agent")) request.headers.set("user-agent", value);
    return next(request, init);
  };
}
