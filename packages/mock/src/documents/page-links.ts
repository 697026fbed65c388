import { type Cursor, encodeCursor } from "../query/cursor.ts";
import type { Page } from "../query/take-page.ts";

/** The links of a list: whole URLs, `null` where there is no such page. */
export function pageLinks(url: URL, list: string, { next, prev }: Page<unknown>): Record<string, string | null> {
  const at = (cursor: Cursor | undefined): string | null => {
    if (cursor === undefined) return null;
    const target = new URL(url);
    target.searchParams.set("page[cursor]", encodeCursor(cursor, list));
    return uriOf(target);
  };
  return { self: uriOf(url), next: at(next), prev: at(prev) };
}

/** A URL may hold characters, such as brackets, that a URI has to encode (RFC 3986, section 2). */
export function uriOf(url: URL): string {
  return url.origin + encoded(url.pathname) + encoded(url.search);
}

function encoded(text: string): string {
  return text.replace(/[^\w\-.~!$&'()*+,;=:@%/?]/g, encodeURIComponent);
}
