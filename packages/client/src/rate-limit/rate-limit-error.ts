/** What a {@link RateLimitError} is made from. */
export interface RateLimitErrorOptions {
  operation: string;
  /** Milliseconds until it is worth asking again, when that is known. */
  wait?: number | undefined;
  /** Milliseconds that the call may wait. */
  allowed: number;
}

/**
 * A call that was not sent, because it would have to wait longer for the rate limit than it may.
 *
 * @example
 * ```ts
 * import { createClient, isRateLimitError } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…", rateLimit: { maxWait: 5_000 } });
 * try {
 *   await klaviyo.GET("/api/catalog-items");
 * } catch (error) {
 *   if (isRateLimitError(error)) console.log(error.operation, "again in", error.retryAfter, "seconds");
 *   else throw error;
 * }
 * ```
 */
export class RateLimitError extends Error {
  override readonly name = "RateLimitError";
  /** Method and path, as `GET /api/catalog-items/{id}`. */
  declare readonly operation: string;
  /** Seconds until another call makes sense, when that is known. */
  declare readonly retryAfter: number | undefined;

  constructor({ operation, wait, allowed }: RateLimitErrorOptions) {
    const retryAfter = wait === undefined ? undefined : Math.ceil(wait) / 1000;
    const when = retryAfter === undefined ? "" : ` The limit asks to come back in ${retryAfter} s.`;
    super(
      `${operation} was not sent: it may wait ${allowed / 1000} s for the rate limit, and that is not enough.${when} ` +
        "To wait longer, raise rateLimit.maxWait (milliseconds).",
    );
    Object.assign(this, { operation, retryAfter });
  }
}

/** Whether a caught value is a {@link RateLimitError}, also one of another copy of this package. */
export function isRateLimitError(value: unknown): value is RateLimitError {
  return value instanceof Error && value.name === "RateLimitError" && "retryAfter" in value;
}
