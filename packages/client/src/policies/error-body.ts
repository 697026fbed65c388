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
  return (next) => async (request, init) => {
    const response = await next(request, init);
    if (response.ok || !response.body) return response;
    const text = redact(await readText(response.body, limit));
    const read = new Response(text, response);
    return Object.defineProperty(read, "url", { value: response.url });
  };
}

async function readText(body: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = limit; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  await reader.cancel();
  return text;
}
