import type { Policy } from "./policy.ts";

const redirecting = [301, 302, 303, 307, 308];
const limit = 20;

/**
 * Follows the redirects of a GET within its origin, so that no header, body or credential goes anywhere else. Any other
 * redirect is the answer. A caller who says `redirect` leaves it to the platform.
 */
export function redirects(): Policy {
  return (next) => async (url, init) => {
    if (init.redirect) return next(url, init);
    for (let at = url, times = 0; ; times++) {
      const response = await next(at, { ...init, redirect: "manual" });
      const followed = init.method === "GET" && times < limit;
      // A browser does not tell where an answer redirects to, but it can be told to stay within the page's own origin.
      if (response.type === "opaqueredirect" && followed && new URL(url).origin === globalThis.location?.origin) {
        return next(at, { ...init, redirect: "follow", mode: "same-origin" });
      }
      const target = followed && redirecting.includes(response.status) && targetOf(response, at);
      // No fetch sends to a URL with a user name or a password in it.
      if (!target || target.origin !== new URL(url).origin || target.username || target.password) return response;
      at = target.href;
    }
  };
}

function targetOf({ headers }: Response, url: string): URL | undefined {
  const location = headers.get("location");
  try {
    return location === null ? undefined : new URL(location, url);
  } catch {
    return undefined;
  }
}
