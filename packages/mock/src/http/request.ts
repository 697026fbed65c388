/**
 * A request as plain data: in process it is read from a `Request`, over HTTP from the socket, which spares it the detour
 * through a `Request` and its `Headers`.
 */
export interface Incoming {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  /** The whole body. */
  bytes(): Promise<Uint8Array>;
}

export function incomingOf(request: Request): Incoming {
  const { method, url, headers, signal } = request;
  return {
    method,
    url,
    headers: Object.fromEntries(headers),
    signal,
    bytes: async () => new Uint8Array(await request.arrayBuffer()),
  };
}
