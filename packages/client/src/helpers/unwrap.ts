import type { Result } from "../answers/result.ts";

/**
 * The data of a call, or an exception.
 *
 * @throws {ApiError} when the answer is not a success; errors of the platform (`AbortError`, `TimeoutError`, a
 *   `TypeError` of `fetch`) pass through.
 * @example
 * ```ts
 * import { createClient, unwrap } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const { data: items } = await unwrap(klaviyo.GET("/api/catalog-items"));
 * ```
 */
export async function unwrap<Data>(call: Promise<Result<Data>>): Promise<Data> {
  const { data, error } = await call;
  if (error) throw error;
  return data as Data;
}
