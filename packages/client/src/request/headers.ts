/** Headers by their names, in lower case: a name in any other case would be another header beside it. */
export type HeaderRecord = Record<Lowercase<string>, string>;

/** Headers that a caller gives; `null` removes a header that the client would send, `undefined` says nothing. */
export type HeadersOptions =
  | Iterable<readonly [name: string, value: string]>
  | Record<string, string | null | undefined>;

/** What callers said of headers. */
export interface CallerHeaders {
  sent: HeaderRecord;
  /** Names of those that must not be sent, whoever would send them. */
  removed: string[];
}

/** Puts headers together; the last source that names a header wins. */
export function callerHeaders(...sources: (HeadersOptions | undefined)[]): CallerHeaders {
  const sent: HeaderRecord = {};
  const removed = new Set<string>();
  for (const source of sources) {
    if (!source) continue;
    // Asked for what it can do, because a `Headers` may come from another realm or another library.
    const entries = Symbol.iterator in source ? source : Object.entries(source);
    for (const [given, value] of entries) {
      const name = given.toLowerCase() as Lowercase<string>;
      if (value === undefined) continue;
      removed.delete(name);
      delete sent[name];
      if (value === null) removed.add(name);
      else sent[name] = value;
    }
  }
  return { sent, removed: [...removed] };
}

/** What is wrong with a header that no platform sends; its value is not quoted, since it may be a secret. */
export function unsendableHeader(headers: HeaderRecord): string | undefined {
  const name = Object.keys(headers).find((name) => cannotBeSent(name, headers[name as Lowercase<string>] as string));
  return name && `the header ${name} has a name or a value that cannot be sent.`;
}

function cannotBeSent(name: string, value: string): boolean {
  try {
    new Headers([[name, value]]);
  } catch {
    return true;
  }
  return false;
}
