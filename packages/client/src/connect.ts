import { ApiError } from "./api-error.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { credentials } from "./credentials.ts";
import { defaultPolicies } from "./default-policies.ts";
import type { OperationTable } from "./operation-table.ts";
import { pathString } from "./path-string.ts";
import { type Fetch, withPolicies } from "./policy.ts";
import { readAnswer } from "./read-answer.ts";
import type { Result } from "./result.ts";
import { timeLimit } from "./time-limit.ts";
import { type LooseInit, transport } from "./transport.ts";

/** Makes the client of a revision; `createClient` of each entry calls it with its own table and types. */
export function connect<Routes, Filters>(operations: OperationTable, options: ClientOptions): Client<Routes, Filters> {
  const { fetch: own, headers } = options;
  const fetch: Fetch = (request, init) => (own ? own(new Request(request, init)) : globalThis.fetch(request, init));
  const baseUrl = (options.baseUrl ?? "https://a.klaviyo.com").replace(/\/$/, "");
  const timeouts = typeof options.timeout === "number" ? { attempt: options.timeout } : { ...options.timeout };
  const policies = defaultPolicies(operations, options, credentials(options), timeouts.attempt);
  const { send, use, eject } = transport({ baseUrl, headers, fetch: withPolicies(fetch, policies) });

  const call = (method: string) => {
    return (path: string, init?: LooseInit): Promise<Result<unknown>> => {
      const [, , operation, profile] = operations.rows.find((row) => row[0] === method && row[1] === path) ?? [];
      const repeated = operations.profiles[profile as number]?.explode;
      return timeLimit(timeouts.call, init?.signal, async (signal) => {
        const response = await send(method, path, signal === init?.signal ? init : { ...init, signal }, repeated);
        const { data, failure } = await readAnswer(response);
        if (!failure) return { data, response };
        const called = { method, operation, path: pathString(path, init?.params?.path ?? {}) };
        return { error: new ApiError(response, { ...called, ...failure }), response };
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
