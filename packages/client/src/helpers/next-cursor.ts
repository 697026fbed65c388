import { defaultBaseUrl } from "../request/base-url.ts";

/**
 * The cursor of the page after this one, as `page[cursor]` takes it; `undefined` on the last page.
 *
 * @param baseUrl of the client that got the page
 * @throws {Error} when the next page is said to be at another origin, which must not get the credentials
 */
export function nextCursor(
  page: { links?: { next?: string | null | undefined } | undefined },
  baseUrl: string = defaultBaseUrl,
): string | undefined {
  const next = page.links?.next;
  if (!next) return undefined;
  const url = new URL(next, baseUrl);
  // behind a proxy the API still names itself
  const { origin } = new URL(baseUrl);
  if (![origin, defaultBaseUrl].includes(url.origin)) {
    throw new Error(`The next page is said to be at ${url.origin}, not at ${origin}: not followed.`);
  }
  const cursor = url.searchParams.get("page[cursor]");
  if (!cursor) throw new Error(`The link to the next page has no page[cursor]: ${url.pathname}`);
  return cursor;
}
