import { ConnectionError } from "../answers/connection-error.ts";
import { readWhole } from "../answers/whole-answer.ts";
import { operationName } from "../operations/find-operation.ts";
import { unsendableHeader } from "../request/headers.ts";
import type { AttemptInit, Fetch, Transport } from "./policy.ts";

/** Sends an attempt and reads its whole answer; what goes wrong on the way says of which operation it was. */
export function readAnswer(transport: Transport): Fetch {
  return async (url, init) => {
    try {
      init.onSend?.();
      return await readWhole((await transport(url, init)) as Response);
    } catch (cause) {
      throw failureOf(cause, url, init);
    }
  };
}

/** What an attempt failed with: only a `ConnectionError` can go better another time. */
function failureOf(cause: unknown, url: string, init: AttemptInit): unknown {
  const { headers, attempt: attempts = 1, signal } = init;
  if (signal?.aborted || ["AbortError", "TimeoutError"].includes(Object(cause).name)) return cause;
  const operation = operationName(url, init);
  const unsendable = unsendableHeader(headers);
  if (unsendable) return new TypeError(`${operation}: ${unsendable}`);
  const error = new ConnectionError({ operation, attempts, cause });
  // A platform that shall follow no redirects fails at none: then the word comes from elsewhere, such as a host's name.
  const atRedirect = init.redirect !== "manual" && /redirect/i.test(error.message);
  return atRedirect ? new TypeError(error.message, { cause }) : error;
}
