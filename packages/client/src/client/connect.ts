import { bodyText } from "../answers/body-text.ts";
import type { Result } from "../answers/result.ts";
import { resultOf } from "../answers/result-of.ts";
import { defaultBaseUrl } from "../basics/default-base-url.ts";
import type { AnyApi } from "../call-types/api.ts";
import { operationAt } from "../operations/find-operation.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import { credentials } from "../policies/credentials.ts";
import { type Fetch, withPolicies } from "../policies/policy.ts";
import { timeLimit } from "../policies/time-limit.ts";
import { pathString } from "../request/path-string.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { defaultPolicies } from "./default-policies.ts";
import { type LooseInit, transport } from "./transport.ts";

/** Makes the client of a revision; `createClient` of each entry calls it with its own table and types. */
export function connect<Api extends AnyApi>(operations: OperationTable, options: ClientOptions): Client<Api> {
  const { headers, timeout } = options;
  const fetch: Fetch = (url, init) => (options.fetch ?? globalThis.fetch)(url, init);
  const baseUrl = new URL(options.baseUrl ?? defaultBaseUrl).href.replace(/\/$/, "");
  const timeouts = typeof timeout === "object" ? timeout : { attempt: timeout };
  const secrets = credentials(options);
  const policies = defaultPolicies(operations, options, secrets, timeouts.attempt);
  const { send, ...middleware } = transport({ baseUrl, headers, fetch: withPolicies(fetch, policies) });

  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => {
    const call = (path: string, init: LooseInit = {}): Promise<Result<unknown>> => {
      const operation = operationAt(operations, path, method);
      return timeLimit(timeouts.call, init.signal, async (signal) => {
        const response = await send(method, path, signal === init.signal ? init : { ...init, signal }, operation);
        const text = await bodyText(response, signal);
        return resultOf(response, response.ok ? text : secrets.redact(text), () => {
          return { method, path: pathString(path, init.params?.path), operation: operation?.name };
        });
      });
    };
    return [method, call];
  });
  // the one place where the runtime, which knows no types, is said to be the typed client
  return { ...Object.fromEntries(methods), ...middleware, operations, baseUrl } as Client<Api>;
}
