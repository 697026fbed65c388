import { ApiError } from "./api-error.ts";
import type { CallOptions } from "./call-init.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { credentials } from "./credentials.ts";
import { defaultPolicies } from "./default-policies.ts";
import type { OperationTable } from "./operation-table.ts";
import { withPolicies } from "./policy.ts";
import type { Result } from "./result.ts";
import { timeLimit } from "./time-limit.ts";
import { transport } from "./transport.ts";

/** Makes the client of a revision; `createClient` of each entry calls it with its own table and types. */
export function connect<Routes, Filters>(operations: OperationTable, options: ClientOptions): Client<Routes, Filters> {
  const {
    baseUrl = "https://a.klaviyo.com",
    fetch = (request, init) => globalThis.fetch(request, init),
    headers,
  } = options;
  const timeouts = typeof options.timeout === "number" ? { attempt: options.timeout } : { ...options.timeout };
  const policies = defaultPolicies(operations, options, credentials(options), timeouts.attempt);
  const { send, use, eject } = transport({ baseUrl, headers, fetch: withPolicies(fetch, policies) });

  const call = (method: string) => {
    return (path: string, init?: CallOptions): Promise<Result<unknown>> => {
      const [, , operation, profile] = operations.rows.find((row) => row[0] === method && row[1] === path) ?? [];
      const repeated = operations.profiles[profile as number]?.explode;
      return timeLimit(timeouts.call, init?.signal, async (signal) => {
        const { data: text, error: body, response } = await send(method, path, { ...init, signal }, repeated);
        if (response.ok) return parse(text, response, { method, operation });
        return { error: new ApiError(response, { method, operation, body }), response };
      });
    };
  };
  const methods = {
    GET: call("GET"),
    POST: call("POST"),
    PUT: call("PUT"),
    PATCH: call("PATCH"),
    DELETE: call("DELETE"),
  };
  // the one place where the runtime, which knows no types, is said to be the typed client
  return { ...methods, use, eject, operations, baseUrl } as unknown as Client<Routes, Filters>;
}

/** The document of a 2xx answer; 200 and 201 always have one (JSON:API, 7.1). */
function parse(
  text: string | undefined,
  response: Response,
  call: { method: string; operation: string | undefined },
): Result<unknown> {
  if (!text && response.status > 201) return { data: undefined, response };
  try {
    return { data: JSON.parse(text ?? ""), response };
  } catch {
    const reason = text ? `the body is no JSON, or was cut after ${text.length} characters` : "the answer has no body";
    return { error: new ApiError(response, { ...call, reason }), response };
  }
}
