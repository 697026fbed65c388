import type { Result } from "../answers/result.ts";
import { resultOf } from "../answers/result-of.ts";
import { systemClock } from "../basics/clock.ts";
import { getOrMake } from "../basics/get-or-make.ts";
import { timeLimit, timeoutError } from "../basics/time-limit.ts";
import type { AnyApi } from "../call-types/api.ts";
import { operationAt } from "../operations/find-operation.ts";
import type { OperationFacts, OperationTable } from "../operations/operation-table.ts";
import { type CallSettings, timeoutsOf } from "../policies/call-settings.ts";
import { credentials } from "../policies/credentials.ts";
import { bodyType } from "../policies/media-types.ts";
import type { AttemptInit } from "../policies/policy.ts";
import { compose } from "../policies/with-policies.ts";
import { baseUrlOf, defaultBaseUrl } from "../request/base-url.ts";
import { callerHeaders, type HeadersOptions } from "../request/headers.ts";
import { type RequestParts, requester } from "../request/openapi-fetch.ts";
import { pathString } from "../request/path-string.ts";
import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import { defaultPolicies } from "./default-policies.ts";

/** A call's second argument, as the runtime sees it. */
interface LooseInit extends RequestParts, Omit<RequestInit, "body" | "headers">, CallSettings {
  headers?: HeadersOptions;
}

/** Makes the client of a revision; `createClient` of each entry calls it with its own table and types. */
export function connect<Api extends AnyApi>(operations: OperationTable, options: ClientOptions): Client<Api> {
  const { clock = systemClock } = options;
  const baseUrl = baseUrlOf(options.baseUrl ?? defaultBaseUrl);
  const timeouts = timeoutsOf(options.timeout);
  const secrets = credentials(options, baseUrl === defaultBaseUrl);
  const send = compose(
    (url, init) => (options.fetch ?? globalThis.fetch)(url, init),
    defaultPolicies(operations, { ...options, baseUrl, clock }, secrets),
    secrets.redact,
  );
  const { use, eject, ...core } = requester<Pick<AttemptInit, "operation" | "settings">>(baseUrl, send);

  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => {
    const known = new Map<string, OperationFacts | undefined>();
    const call = async (path: string, init: LooseInit, signal: AbortSignal | null | undefined) => {
      const { params, body, middleware, headers: own, timeout, retry, ...rest } = init;
      rest.signal = signal;
      const headers = callerHeaders(options.headers, own, params?.header);
      const operation = getOrMake(known, path, () => operationAt(operations, path, method));
      const { response, text } = await core.send({
        method,
        path,
        params,
        body,
        middleware,
        headers,
        contentType: bodyType(operation),
        repeated: operation?.explode,
        options: rest,
        facts: { operation, settings: { timeout, retry, removedHeaders: headers.removed } },
      });
      const facts = () => ({
        method,
        path: pathString(path, params?.path),
        operation: operation?.name,
        redact: (text: string) => secrets.redact(text, headers.sent.authorization),
      });
      return resultOf(response, text, facts);
    };
    const limited = async (path: string, init: LooseInit = {}): Promise<Result<unknown>> => {
      const { call: milliseconds = timeouts.call } = timeoutsOf(init.timeout);
      const error = () => timeoutError(milliseconds, `${method} ${path}: not done`);
      const limit = { milliseconds, signal: init.signal, clock, error };
      return timeLimit(limit, (signal) => call(path, init, signal));
    };
    return [method, limited];
  });
  // The one place where the runtime, which knows no types, is said to be the typed client.
  return { ...Object.fromEntries(methods), use, eject, operations, clock, baseUrl } as Client<Api>;
}
