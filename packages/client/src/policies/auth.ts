import { timeLimit } from "../basics/time-limit.ts";
import { baseUrlOf, defaultBaseUrl } from "../request/base-url.ts";
import { type Credentials, type CredentialsOptions, credentials as credentialsOf } from "./credentials.ts";
import { isDecided } from "./default-header.ts";
import type { AttemptInit, Policy } from "./policy.ts";

/** Options of {@link auth}. */
export interface AuthOptions extends CredentialsOptions {
  /**
   * Requests to another origin get no credentials.
   * @default "https://a.klaviyo.com"
   */
  baseUrl?: string | undefined;
}

/**
 * Adds `Authorization`, unless the caller has set or removed it. With a function as `apiKey` or `accessToken`, a 401
 * renews the token once for all waiting calls and sends the request again.
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
  const { origin } = new URL(baseUrlOf(baseUrl));
  return (next) => (url, init) => {
    // Here, because a hook, a policy or middleware may have set it as well as the caller.
    if (init.headers.authorization) credentials.note(init.headers.authorization);
    if (!url.startsWith(`${origin}/`) || isDecided(init, "authorization")) return next(url, init);
    const authorization = credentials.current();
    if (authorization === undefined) return next(url, init);
    // A copy, because hooks and other policies hold these headers, too.
    const send = (authorization: string): Promise<Response> =>
      next(url, { ...init, headers: { ...init.headers, authorization } });
    if (typeof authorization === "string") return send(authorization);
    return sendRenewing(credentials, authorization, init, send);
  };
}

async function sendRenewing(
  credentials: Credentials,
  first: Promise<string>,
  { signal }: AttemptInit,
  send: (authorization: string) => Promise<Response>,
): Promise<Response> {
  const arrived = async (token: Promise<string>): Promise<string> => {
    try {
      return await timeLimit({ milliseconds: undefined, signal }, () => token);
    } catch (error) {
      // A token that this call waited for in vain is not what later calls should wait for.
      if (signal?.aborted && signal.reason?.name === "TimeoutError") credentials.forget(token);
      throw error;
    }
  };
  const response = await send(await arrived(first));
  return response.status === 401 ? send(await arrived(credentials.renewed(first))) : response;
}
