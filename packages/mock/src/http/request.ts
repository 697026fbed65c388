/**
 * A request as plain data: in process it is read from a `Request`, over HTTP from the socket, which spares it the detour
 * through a `Request` and its `Headers`.
 */
export interface Incoming {
  readonly method: string;
  /** Absolute, unless the caller has sent something that is no URL. */
  readonly url: string;
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  /** The whole body, or nothing as soon as it turns out to have more than `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array | undefined>;
}

export function incomingOf(request: Request): Incoming {
  const { method, url, headers, signal } = request;
  return { method, url, headers: Object.fromEntries(headers), signal, bytes: (limit) => bytesOf(request, limit) };
}

async function bytesOf({ body }: Request, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > limit) {
      // The caller's stream may never end its own cancelling.
      reader?.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
