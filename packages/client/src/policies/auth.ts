import { timeoutError } from "../basics/time-limit.ts";
import { baseUrlOf, defaultBaseUrl } from "../request/base-url.ts";
import { defaultAttemptTime, timeoutsOf } from "./call-settings.ts";
import { type Credentials, type CredentialsOptions, credentials as credentialsOf } from "./credentials.ts";
import { isDecided } from "./default-header.ts";
import type { Policy } from "./policy.ts";
import type { TimeoutOptions } from "./timeout.ts";

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
  const credentials = credentialsOf(options);
  return (next) => renewal(credentials)(authorize(credentials, options.baseUrl)(next));
}

/** The tokens that answers have refused. */
const refusals = new WeakMap<Response, Promise<string>>();

/** Adds `Authorization`, and takes note of a token that is refused. */
export function authorize(credentials: Credentials, baseUrl: string = defaultBaseUrl): Policy {
  const inOrigin = `${new URL(baseUrlOf(baseUrl)).origin}/`;
  return (next) => (url, init) => {
    // Here, because a hook, a policy or middleware may have set it as well as the caller.
    if (init.headers.authorization) credentials.note(init.headers.authorization);
    if (!url.startsWith(inOrigin) || isDecided(init, "authorization")) return next(url, init);
    const authorization = credentials.current();
    if (authorization === undefined) return next(url, init);
    // A copy, because hooks and other policies hold these headers, too.
    const send = (authorization: string): Promise<Response> =>
      next(url, { ...init, headers: { ...init.headers, authorization } });
    if (typeof authorization === "string") return send(authorization);
    const sendWhenArrived = async (): Promise<Response> => {
      const limit = { milliseconds: undefined, signal: init.signal };
      const response = await send(await credentials.arrival(authorization, limit));
      if (response.status === 401) refusals.set(response, authorization);
      return response;
    };
    return sendWhenArrived();
  };
}

/** Renews a token that was refused, and sends the request once more: outside of the rate limit, for it counts again. */
export function renewal(credentials: Credentials, { ms = defaultAttemptTime, clock }: TimeoutOptions = {}): Policy {
  if (!credentials.renewable) return (next) => next;
  return (next) => async (url, init) => {
    const response = await next(url, init);
    const refused = refusals.get(response);
    if (!refused) return response;
    const { attempt: milliseconds = ms } = timeoutsOf(init.settings?.timeout);
    const error = (): DOMException => timeoutError(milliseconds, "No new token");
    await credentials.arrival(credentials.renewed(refused), { milliseconds, signal: init.signal, clock, error });
    return next(url, init);
  };
}
