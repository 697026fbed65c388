/** Where the API is. */
export const defaultBaseUrl = "https://a.klaviyo.com";

/**
 * The URL that paths are put behind, without a slash at its end. In a page a relative one is resolved against the page.
 *
 * @throws {TypeError} for what cannot have a path behind it; the message does not quote it, for it may hold a password
 */
export function baseUrlOf(given: string): string {
  let url: URL;
  try {
    url = new URL(given, globalThis.location?.href);
  } catch {
    throw new TypeError(
      'baseUrl is no URL: write it whole, as "https://proxy.example/klaviyo". Only in a page it may be relative.',
    );
  }
  const { protocol, origin, pathname, username, password } = url;
  const wrong =
    (!["http:", "https:"].includes(protocol) && "another protocol than http or https") ||
    ((username || password) && "a user name or a password: give credentials as apiKey, accessToken or headers") ||
    (/[?#]/.test(given) && "a query or a hash: paths could not be put behind it");
  if (wrong) throw new TypeError(`baseUrl has ${wrong}.`);
  return origin + pathname.replace(/\/+$/, "");
}
