import type { Policy } from "../policy.ts";

/** Options of {@link errorBody}. */
export interface ErrorBodyOptions {
  /** Bytes of an error's body that are kept. @default 65_536 */
  limit?: number;
  /** Removes secrets that the server repeats. */
  redact?: (text: string) => string;
}

/** Reads the body of an answer that is not ok: bounded, and without secrets. */
export function errorBody({ limit = 65_536, redact = (text) => text }: ErrorBodyOptions = {}): Policy {
  return (next) => async (url, init) => {
    const response = await next(url, init);
    if (response.ok || !response.body) return response;
    const text = redact(await readText(response.body, limit));
    return Object.defineProperty(new Response(text, response), "url", { value: response.url });
  };
}

async function readText(body: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number): Promise<string> {
  const reader = body.getReader();
  const parts: BlobPart[] = [];
  for (let left = limit; left > 0; ) {
    const { value } = await reader.read();
    if (!value) break;
    parts.push(value.subarray(0, left));
    left -= value.length;
  }
  await reader.cancel();
  return new Blob(parts).text();
}
