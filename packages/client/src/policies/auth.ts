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
    const known = credentials.authorization();
    const authorization = typeof known === "string" ? known : await known;
    request.headers.set("authorization", authorization);
    if (!credentials.renewable) return next(request, init);

    const spare = request.clone();
    const response = await next(request, init);
    if (response.status !== 401) return response;
    response.body?.cancel().catch(() => {});
    spare.headers.set("authorization", await credentials.authorization(authorization));
    return next(spare, init);
  };
}
