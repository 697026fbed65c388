import { defaultBaseUrl } from "../basics/default-base-url.ts";
import { type Credentials, type CredentialsOptions, credentials as credentialsOf } from "./credentials.ts";
import type { Policy } from "./policy.ts";

/** Options of {@link auth}. */
export interface AuthOptions extends CredentialsOptions {
  /**
   * Requests to another origin get no credentials.
   * @default "https://a.klaviyo.com"
   */
  baseUrl?: string;
}

/**
 * Adds `Authorization`. With a function as `accessToken`, a 401 renews the token once for all waiting calls and sends
 * the request again.
 *
 * @example
 * ```ts
 * import { auth } from "@org/client";
 *
 * const policy = auth({ accessToken: async () => "token from your OAuth server" });
 * ```
 */
export function auth(options: AuthOptions): Policy {
  return authorize(credentialsOf(options), options.baseUrl);
}

/** {@link auth} with credentials that something else also uses. */
export function authorize(credentials: Credentials, baseUrl: string = defaultBaseUrl): Policy {
  const { origin } = new URL(baseUrl);
  return (next) => (url, init) => {
    if (!url.startsWith(`${origin}/`)) return next(url, init);
    // a copy: hooks and other policies hold these headers too
    const send = (authorization: string): Promise<Response> =>
      next(url, { ...init, headers: { ...init.headers, authorization } });
    const renew = async (current: Promise<string>): Promise<Response> => {
      const authorization = await current;
      const response = await send(authorization);
      if (response.status !== 401) return response;
      response.body?.cancel().catch(() => {});
      return send(await credentials.authorization(authorization));
    };
    const authorization = credentials.authorization();
    return typeof authorization === "string" ? send(authorization) : renew(authorization);
  };
}
