import type { OperationTable } from "../operations/operation-table.ts";
import { authorize } from "../policies/auth.ts";
import type { Credentials } from "../policies/credentials.ts";
import { mediaTypes } from "../policies/media-types.ts";
import { observe } from "../policies/observe.ts";
import type { Policy } from "../policies/policy.ts";
import { rateLimit } from "../policies/rate-limit.ts";
import { retry } from "../policies/retry.ts";
import { revision } from "../policies/revision.ts";
import { timeout } from "../policies/timeout.ts";
import { userAgent } from "../policies/user-agent.ts";
import type { ClientOptions } from "./client-options.ts";

/** What a client does around `fetch`. The order is the behaviour: above retry once a call, below it once an attempt. */
export function defaultPolicies(
  operations: OperationTable,
  options: ClientOptions,
  secrets: Credentials,
  attemptTimeout?: number,
): Policy[] {
  return [
    userAgent(options),
    revision(operations),
    mediaTypes(operations),
    // of the client's options, a policy takes its hooks
    options.retry !== false && retry({ ...options, ...options.retry }),
    options.rateLimit !== false && rateLimit(operations, { ...options, ...options.rateLimit }),
    (options.onRequest ?? options.onResponse) && observe(operations, options),
    ...(options.policies ?? []),
    timeout({ ms: attemptTimeout }),
    authorize(secrets, options.baseUrl),
  ].filter(Boolean) as Policy[];
}
