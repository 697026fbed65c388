/** Headers by their names, in lower case: a name in any other case would be another header beside it. */
export type HeaderRecord = Record<Lowercase<string>, string>;

/** Headers that a caller gives; `null` removes a header that the client would send, `undefined` says nothing. */
export type HeadersOptions =
  | Iterable<readonly [name: string, value: string]>
  | Record<string, string | null | undefined>;

/** What callers said of headers: a value, or `null` for one that must not be sent. */
export type CallerHeaders = Record<Lowercase<string>, string | null>;

/** Puts headers together; the last source that names a header wins. */
export function mergeHeaders(...sources: (HeadersOptions | undefined)[]): CallerHeaders {
  const merged: CallerHeaders = {};
  for (const source of sources) {
    // Asked for what it can do, because a `Headers` may come from another realm or another library.
    const entries =
      Symbol.iterator in Object(source) ? (source as Iterable<[string, string]>) : Object.entries(source ?? {});
    for (const [name, value] of entries) {
      if (value !== undefined) merged[name.toLowerCase() as Lowercase<string>] = value;
    }
  }
  return merged;
}

/** The headers that are sent. */
export function withoutRemoved(headers: CallerHeaders): HeaderRecord {
  const sent: HeaderRecord = {};
  for (const [name, value] of Object.entries(headers)) if (value !== null) sent[name as Lowercase<string>] = value;
  return sent;
}

/** Names of the headers that must not be sent; `undefined` for none. */
export function removedNames(headers: CallerHeaders): string[] | undefined {
  const names = Object.keys(headers).filter((name) => headers[name as Lowercase<string>] === null);
  return names.length ? names : undefined;
}

/** What is wrong with a header that no platform sends; its value is not quoted, since it may be a secret. */
export function unsendableHeader(headers: HeaderRecord): string | undefined {
  const name = Object.keys(headers).find((name) => !canBeSent(name, headers[name as Lowercase<string>] as string));
  return name && `the header ${name} has a name or a value that cannot be sent.`;
}

function canBeSent(name: string, value: string): boolean {
  try {
    new Headers([[name, value]]);
    return true;
  } catch {
    return false;
  }
}
