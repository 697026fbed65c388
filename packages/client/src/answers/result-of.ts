import { ApiError, type ApiErrorOptions } from "./api-error.ts";
import type { Result } from "./result.ts";

/** What an error says about its call. */
export type CallFacts = Pick<ApiErrorOptions, "method" | "path" | "operation" | "redact">;

/** What an answer comes to; 200 and 201 always have a document (JSON:API, 7.1). */
export function resultOf(response: Response, text: string, call: () => CallFacts): Result<unknown> {
  const { ok, status } = response;
  if (!text && ok && status > 201) return { data: undefined, response };
  let body: unknown = text;
  let reason: string | undefined;
  try {
    body = JSON.parse(text);
    if (ok && "data" in Object(body)) return { data: body, response };
    if (ok && !("errors" in Object(body))) reason = `no document: ${text.slice(0, 80)}`;
  } catch {
    if (text && ok) reason = `no JSON, or cut after ${text.length} characters`;
  }
  const facts = call();
  return { error: new ApiError(response, { ...facts, body: withoutSecrets(body, facts.redact), reason }), response };
}

/** Credentials are looked for in the parsed body written anew, for the answer may have written them with escapes. */
function withoutSecrets(body: unknown, redact: (text: string) => string = String): unknown {
  try {
    return JSON.parse(redact(JSON.stringify(body)));
  } catch {
    return "nested too deeply to be read";
  }
}
