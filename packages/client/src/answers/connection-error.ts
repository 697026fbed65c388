/** What a {@link ConnectionError} is made from. */
export interface ConnectionErrorOptions {
  /** Method and path, as `GET /api/catalog-items/{id}`. */
  operation: string;
  /** How often the call was sent; the last attempt failed with `cause`. */
  attempts: number;
  /** What `fetch` failed with. */
  cause: unknown;
}

/**
 * No answer came: the connection could not be made, or it broke before the answer was here whole.
 *
 * @example
 * ```ts
 * import { ConnectionError, createClient } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * try {
 *   await klaviyo.GET("/api/catalog-items");
 * } catch (error) {
 *   if (error instanceof ConnectionError) console.log(error.operation, error.attempts, error.cause);
 *   else throw error;
 * }
 * ```
 */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  declare readonly operation: string;
  declare readonly attempts: number;

  constructor({ operation, attempts, cause }: ConnectionErrorOptions) {
    const times = attempts > 1 ? ` after ${attempts} attempts` : "";
    super(`${operation}: no connection${times}: ${reasonsOf(cause).join(": ")}`, { cause });
    Object.assign(this, { operation, attempts });
  }

  /** Whether the server cannot have seen the request: then it is safe to send it again, whatever its method. */
  get neverSent(): boolean {
    return reasonsOf(this.cause).some((reason) => neverSent.test(reason));
  }
}

// The codes of Node, and the words of Deno and Bun, which have no codes.
const neverSent =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)\b|connection refused|dns error/i;

/** What an error and its causes say; of a platform's error the inner causes say more than the error itself. */
function reasonsOf(error: unknown): string[] {
  const reasons: string[] = [];
  for (let one = error; one && reasons.length < 5; one = (one as Error).cause) {
    const { code, message = String(one) } = one as { code?: unknown; message?: unknown };
    const reason = [code, message].filter((part) => part && typeof part === "string").join(" ");
    // Some platforms quote the URL, and a query may be private.
    reasons.push(reason.replace(/(https?:\/\/[^\s?#)]*)[?#][^\s)]*/g, "$1"));
  }
  return reasons;
}
