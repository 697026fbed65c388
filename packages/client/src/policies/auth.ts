import { type Credentials, type CredentialsOptions, credentials as credentialsOf } from "../credentials.ts";
import type { Policy } from "../policy.ts";

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
export function authorize(credentials: Credentials, baseUrl = "https://a.klaviyo.com"): Policy {
  const { origin } = new URL(baseUrl);
  return (next) => async (request, init) => {
    if (!request.url.startsWith(`${origin}/`)) return next(request, init);
    // not on the request: hooks, middleware and other policies hold it too
    const signed = (authorization: string): RequestInit => {
      const headers = new Headers(request.headers);
      headers.set("authorization", authorization);
      return { ...init, headers };
    };
    const known = credentials.authorization();
    const authorization = typeof known === "string" ? known : await known;
    if (!credentials.renewable) return next(request, signed(authorization));

    const spare = request.body ? request.clone() : request;
    const response = await next(request, signed(authorization));
    if (response.status !== 401) return response;
    response.body?.cancel().catch(() => {});
    return next(spare, signed(await credentials.authorization(authorization)));
  };
}
