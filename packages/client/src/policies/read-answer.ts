import { ConnectionError } from "../answers/connection-error.ts";
import { readWhole } from "../answers/whole-answer.ts";
import { operationName } from "../operations/find-operation.ts";
import { unsendableHeader } from "../request/headers.ts";
import type { AttemptInit, Fetch, Transport } from "./policy.ts";
import { markTransient } from "./transient.ts";

/**
 * Sends an attempt and reads its whole answer; what goes wrong on the way says of which operation it was.
 *
 * @param redact cuts credentials out of what a transport says of its failure
 */
export function readAnswer(transport: Transport, redact?: (text: string, authorization?: string) => string): Fetch {
  return async (url, init) => {
    try {
      init.onSend?.();
      return await readWhole((await transport(url, init)) as Response);
    } catch (thrown) {
      const { authorization } = init.headers;
      throw failureOf(redact ? withoutSecrets(thrown, (text) => redact(text, authorization)) : thrown, url, init);
    }
  };
}

/** What an attempt failed with: only a `ConnectionError` can go better another time. */
function failureOf(cause: unknown, url: string, init: AttemptInit): unknown {
  const { headers, attempt: attempts = 1, signal } = init;
  const { name } = Object(cause) as { name?: unknown };
  if (signal?.aborted || name === "AbortError") return cause;
  // A transport may have a time limit of its own.
  if (name === "TimeoutError") return markTransient(cause as object);
  const operation = operationName(url, init);
  const unsendable = unsendableHeader(headers);
  if (unsendable) return new TypeError(`${operation}: ${unsendable}`);
  const error = new ConnectionError({ operation, attempts, cause });
  // A platform that shall follow no redirects fails at none: then the word comes from elsewhere, such as a host's name.
  const atRedirect = init.redirect !== "manual" && /redirect/i.test(error.message);
  return atRedirect ? new TypeError(error.message, { cause }) : error;
}

/**
 * What was thrown, or where its words hold a credential an error like it whose words do not.
 *
 * @param depth of the causes that are kept: they may go round in a circle
 */
function withoutSecrets(thrown: unknown, redact: (text: string) => string, depth = 10): unknown {
  if (!(thrown instanceof Error)) return typeof thrown === "string" ? redact(thrown) : thrown;
  const { message, name, stack = "", code } = thrown as Error & { code?: unknown };
  const cause = thrown.cause && (depth ? withoutSecrets(thrown.cause, redact, depth - 1) : undefined);
  const [safeMessage, safeStack] = [redact(message), redact(stack)];
  if (safeMessage === message && safeStack === stack && cause === thrown.cause) return thrown;
  const safe = Object.assign(new Error(safeMessage, { cause }), { name, ...(code !== undefined && { code }) });
  return Object.defineProperty(safe, "stack", { value: safeStack });
}
