import { ApiError } from "./api-error.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { defaultBaseUrl } from "./default-base-url.ts";
import { defaultPolicies } from "./default-policies.ts";
import { operationAt } from "./find-operation.ts";
import type { OperationTable } from "./operation-table.ts";
import { parseAnswer } from "./parse-answer.ts";
import { pathString } from "./path-string.ts";
import { type Fetch, withPolicies } from "./policy.ts";
import type { Result } from "./result.ts";
import { timeLimit } from "./time-limit.ts";
import { type LooseInit, transport } from "./transport.ts";

/** Makes the client of a revision; `createClient` of each entry calls it with its own table and types. */
export function connect<Routes, Filters>(operations: OperationTable, options: ClientOptions): Client<Routes, Filters> {
  const { headers, timeout } = options;
  const fetch: Fetch = (url, init) => (options.fetch ?? globalThis.fetch)(url, init);
  const baseUrl = new URL(options.baseUrl ?? defaultBaseUrl).href.replace(/\/$/, "");
  const timeouts = typeof timeout === "object" ? timeout : { attempt: timeout };
  const policies = defaultPolicies(operations, options, timeouts.attempt);
  const { send, ...middleware } = transport({ baseUrl, headers, fetch: withPolicies(fetch, policies) });

  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => {
    const call = (path: string, init: LooseInit = {}): Promise<Result<unknown>> => {
      const operation = operationAt(operations, path, method);
      return timeLimit(timeouts.call, init.signal, async (signal) => {
        const response = await send(method, path, { ...init, signal }, operation);
        const text = await response.text().catch((error) => {
          // Chromium forgets why it was stopped
          signal?.throwIfAborted();
          throw error;
        });
        const { data, failure } = parseAnswer(response, text);
        if (!failure) return { data, response };
        const pathname = pathString(path, init.params?.path);
        const call = { method, path: pathname, operation: operation?.name };
        return { error: new ApiError(response, { ...call, ...failure }), response };
      });
    };
    return [method, call];
  });
  // the one place where the runtime, which knows no types, is said to be the typed client
  return { ...Object.fromEntries(methods), ...middleware, operations, baseUrl } as Client<Routes, Filters>;
}
