import { invalid } from "../fragment/api-problem.ts";

/** A place between two entries: after, or before, the one created as number `seq`. */
export interface Cursor {
  side: "after" | "before";
  seq: number;
}

/**
 * Opaque to the reader, as the API's are, and only good for the list that gave it. It holds no offset, so inserts and
 * deletions elsewhere do not shift pages.
 *
 * @param list names the list: path, filter and sort
 */
export function encodeCursor({ side, seq }: Cursor, list: string): string {
  const place = (seq * 2 + (side === "after" ? 1 : 0)).toString(36);
  const seal = hash(`${place} ${list}`).toString(36).padStart(7, "0");
  return btoa(seal + place)
    .replace(/=+$/, "")
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/** @throws {ApiProblem} 400 for text that is no cursor, or one of another list */
export function decodeCursor(text: string, list: string): Cursor {
  const place = Number.parseInt(decode(text).slice(7), 36);
  const cursor: Cursor = { side: place % 2 === 1 ? "after" : "before", seq: Math.floor(place / 2) };
  if (Number.isSafeInteger(place) && encodeCursor(cursor, list) === text) return cursor;
  throw invalid(`'${text}' is not a cursor that this list, with this filter and sort, has given.`, {
    parameter: "page[cursor]",
  });
}

function decode(text: string): string {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}

/**
 * What a URL asks for whose cursor is a whole `next` URL, as users of the official SDK give it: that page, with all that
 * the next URL says and the request does not repeat.
 */
export function withCursorUrl(url: URL): URL {
  const cursor = url.searchParams.get("page[cursor]") ?? "";
  if (!/^https?:/.test(cursor) || !URL.canParse(cursor)) return url;
  const next = new URL(cursor).searchParams;
  const asked = new URL(url);
  asked.searchParams.set("page[cursor]", next.get("page[cursor]") ?? "");
  for (const [name, text] of next) if (!asked.searchParams.has(name)) asked.searchParams.set(name, text);
  return asked;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
