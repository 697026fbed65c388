import { SpecError } from "../document/spec-error.ts";

export interface FetchTextOptions {
  /** Milliseconds for the whole answer. @default 60_000 */
  timeout?: number;
  /** @default 20 MB: the whole Klaviyo API is 3 MB */
  maxBytes?: number;
}

/**
 * The text behind a URL, redirects followed, whole or not at all.
 *
 * @throws SpecError when there is none, when it is cut off, too long or too slow
 */
export async function fetchText(
  url: string,
  { timeout = 60_000, maxBytes = 20 * 1024 * 1024 }: FetchTextOptions = {},
): Promise<string> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeout),
      headers: { accept: "application/json, */*" },
    });
    if (!response.ok) {
      await response.body?.cancel();
      const hint =
        response.status === 404 ? "; is the revision spelt as upstream spells it, and published already?" : "";
      throw new SpecError(`${url}: the answer is ${response.status} ${response.statusText}${hint}`.trimEnd());
    }
    return await readText(url, response, maxBytes);
  } catch (error) {
    throw error instanceof SpecError ? error : new SpecError(`${url}: ${reasonOf(error, timeout)}`);
  }
}

async function readText(url: string, response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new SpecError(
        `${url}: the answer is longer than ${maxBytes / 1024 / 1024} MB; this is not an API document`,
      );
    }
    chunks.push(chunk);
  }
  const announced = Number(response.headers.get("content-length"));
  // A compressed answer is shorter on the wire than here.
  if (announced > 0 && !response.headers.has("content-encoding") && announced !== length) {
    throw new SpecError(`${url}: the answer was cut off after ${length} of ${announced} bytes; try again`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function reasonOf(error: unknown, timeout: number): string {
  const { name, message, cause } = error as Error & { cause?: { message?: string; code?: string } };
  if (name === "TimeoutError")
    return `no whole answer within ${timeout / 1000} s; try again, or download it and use --from`;
  if (message === "terminated") return "the answer was cut off; try again";
  return `cannot be fetched: ${cause?.message || cause?.code || message}`;
}
