import { ApiError, type ApiErrorOptions } from "./api-error.ts";
import type { Result } from "./result.ts";

/** What an error says about its call. */
export type CallFacts = Pick<ApiErrorOptions, "method" | "path" | "operation" | "redact">;

/** What an answer comes to; 200 and 201 always have a document (JSON:API, 7.1), and so has whatever a GET asks for. */
export function resultOf(response: Response, text: string, call: () => CallFacts): Result<unknown> {
  const { ok, status } = response;
  if (!text && ok && status > 201 && call().method !== "GET") return { data: undefined, response };
  let body: unknown = text;
  let json = true;
  try {
    body = JSON.parse(text);
    if (ok && "data" in Object(body)) return { data: body, response };
  } catch {
    json = false;
  }
  const facts = call();
  body = withoutSecrets(body, facts.redact);
  return {
    error: new ApiError(response, { ...facts, body, reason: ok ? reasonOf(text, json, body) : undefined }),
    response,
  };
}

/** Why a success is none; `undefined` where the body has errors that say it, or there is no body. */
function reasonOf(text: string, json: boolean, body: unknown): string | undefined {
  if (!text) return undefined;
  if (!json) return `no JSON, or cut after ${text.length} characters`;
  if ("errors" in Object(body)) return undefined;
  // What is quoted comes without secrets: the text may hold them with escapes, and half of one at its cut.
  return `no document: ${JSON.stringify(body).slice(0, 80)}`;
}

/** Credentials are looked for in the parsed body written anew, for the answer may have written them with escapes. */
function withoutSecrets(body: unknown, redact: (text: string) => string = String): unknown {
  try {
    // Only inside of strings: in a number or a word of JSON, the cut would leave what cannot be parsed.
    return JSON.parse(JSON.stringify(body).replace(/"(?:[^"\\]+|\\.)*"/g, (string) => redact(string)));
  } catch {
    return "nested too deeply to be read";
  }
}
