import type { ClientOptions } from "./client-options.ts";
import type { Credentials } from "./credentials.ts";
import type { OperationTable } from "./operation-table.ts";
import { authorize } from "./policies/auth.ts";
import { mediaTypes } from "./policies/media-types.ts";
import { observe } from "./policies/observe.ts";
import { rateLimit } from "./policies/rate-limit.ts";
import { retry } from "./policies/retry.ts";
import { revision } from "./policies/revision.ts";
import { timeout } from "./policies/timeout.ts";
import { userAgent } from "./policies/user-agent.ts";
import type { Policy } from "./policy.ts";

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
