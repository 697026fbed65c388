import { ApiError, type ApiErrorOptions } from "./api-error.ts";
import type { Result } from "./result.ts";

/** What an answer comes to; 200 and 201 always have a document (JSON:API, 7.1). */
export function resultOf(
  response: Response,
  text: string,
  call: () => Pick<ApiErrorOptions, "method" | "path" | "operation">,
): Result<unknown> {
  const { ok, status } = response;
  if (!text && ok && status > 201) return { data: undefined, response };
  let body: unknown = text;
  let reason: string | undefined;
  try {
    body = JSON.parse(text);
    if (ok) return { data: body, response };
  } catch {
    if (text && ok) reason = `no JSON, or cut after ${text.length} characters`;
  }
  return { error: new ApiError(response, { ...call(), body, reason }), response };
}
