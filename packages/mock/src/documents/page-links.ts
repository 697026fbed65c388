import { type Cursor, encodeCursor } from "../query/cursor.ts";
import type { Page } from "../query/take-page.ts";

/** The links of a list: whole URLs, `null` where there is no such page. */
export function pageLinks(url: URL, { next, prev }: Page<unknown>): Record<string, string | null> {
  return { self: encoded(url), next: at(url, next), prev: at(url, prev) };
}

function at(url: URL, cursor?: Cursor): string | null {
  if (cursor === undefined) return null;
  const target = new URL(url);
  target.searchParams.set("page[cursor]", encodeCursor(cursor));
  return target.href;
}

/** A query may have come with its brackets bare, which a URI does not allow. */
function encoded(url: URL): string {
  return url.search === "" ? url.href : `${url.origin}${url.pathname}?${url.searchParams}`;
}
