import type { OperationTable } from "../operations/operation-table.ts";
import { authorize, renewal } from "../policies/auth.ts";
import { type RetrySettings, timeoutsOf } from "../policies/call-settings.ts";
import type { Credentials } from "../policies/credentials.ts";
import { mediaTypes } from "../policies/media-types.ts";
import { observe } from "../policies/observe.ts";
import type { Policy } from "../policies/policy.ts";
import { rateLimit } from "../policies/rate-limit.ts";
import { redirects } from "../policies/redirects.ts";
import { retry } from "../policies/retry.ts";
import { revision } from "../policies/revision.ts";
import { timeout } from "../policies/timeout.ts";
import { userAgent } from "../policies/user-agent.ts";
import { rereadableAnswers, wholeAnswers } from "../policies/with-policies.ts";
import type { ClientOptions } from "./client-options.ts";

/** What a client does around `fetch`. The order is the behaviour: above retry once a call, below it once an attempt. */
export function defaultPolicies(operations: OperationTable, options: ClientOptions, secrets: Credentials): Policy[] {
  const { onRequest, onResponse, clock } = options;
  const { attempt: ms } = timeoutsOf(options.timeout);
  const retrying: RetrySettings | undefined = options.retry === false ? { attempts: 1 } : options.retry;
  const limiting = options.rateLimit || undefined;
  return [
    userAgent(options),
    revision(operations),
    mediaTypes(operations),
    // Of the client's options, a policy takes its hooks and the clock.
    retry({ ...options, ...retrying, maxWait: limiting?.maxWait }),
    renewal(secrets, { ms, clock }),
    options.rateLimit !== false && rateLimit(operations, { ...options, maxDelay: retrying?.maxDelay, ...limiting }),
    (onRequest ?? onResponse) && observe(operations, options),
    timeout({ ms, clock }),
    options.policies && wholeAnswers,
    ...(options.policies ?? []),
    options.policies && rereadableAnswers,
    redirects(),
    authorize(secrets, options.baseUrl),
  ].filter(Boolean) as Policy[];
}
