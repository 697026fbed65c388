/** A place between two entries: after, or before, the one created as number `seq`. */
export interface Cursor {
  side: "after" | "before";
  seq: number;
}

/** Opaque to the reader, as the API's are; holds no offset, so inserts and deletions elsewhere do not shift pages. */
export function encodeCursor({ side, seq }: Cursor): string {
  return btoa(`${side}::seq::${seq}`).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
}

/** The cursor, or nothing when the text is not one of ours. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const found = /^(after|before)::seq::(\d{1,15})$/.exec(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
    return found ? { side: found[1] as Cursor["side"], seq: Number(found[2]) } : undefined;
  } catch {
    return undefined;
  }
}
