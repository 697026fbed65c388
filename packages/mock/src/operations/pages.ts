import type { OrderedIndex, Sequenced } from "../catalog/ordered-index.ts";
import type { Document } from "../documents/document.ts";
import { pageLinks } from "../documents/page-links.ts";
import { decodeCursor } from "../query/cursor.ts";
import { takePage } from "../query/take-page.ts";
import type { HandlerContext } from "./handler-context.ts";

/** The page of a list that a request asks for, with its links. */
export function pageOf<T extends Sequenced>(
  { operation, path, query, url }: HandlerContext,
  index: OrderedIndex<T>,
  matches: (entry: T) => boolean,
): { entries: T[]; links: Document["links"] } {
  const { cursor, direction, size } = query;
  const list = JSON.stringify([operation, path, direction, query.filter]);
  const page = takePage(index, {
    direction,
    size,
    matches,
    ...(cursor !== undefined && { cursor: decodeCursor(cursor, list) }),
  });
  return { entries: page.entries, links: pageLinks(url, list, page) };
}
