export { ApiError, type ApiErrorItem, type ApiErrorOptions, isApiError } from "./answers/api-error.ts";
export { ConnectionError, type ConnectionErrorOptions } from "./answers/connection-error.ts";
export type { Result } from "./answers/result.ts";
export { type Clock, systemClock } from "./basics/clock.ts";
export { type BulkClient, type BulkRun, bulk } from "./bulk/bulk.ts";
export { SourceChangedError } from "./bulk/ledger/source-changed-error.ts";
export type { BulkError, BulkErrorGroup, BulkOutcome, BulkProgress, BulkSummary } from "./bulk/records/bulk-outcome.ts";
export type { BulkAction, BulkRecord, BulkSource, BulkType, JobAction } from "./bulk/records/bulk-record.ts";
export { BulkAbortedError, type BulkAbortedErrorOptions } from "./bulk/run/bulk-aborted-error.ts";
export type { BulkOptions } from "./bulk/run/bulk-options.ts";
export type { Answer } from "./call-types/answer.ts";
export type { CallInit, CallOptions, WideStrings } from "./call-types/call-init.ts";
export type { Checkpoint } from "./checkpoint/checkpoint.ts";
export type { Call } from "./client/client.ts";
export type { ClientOptions } from "./client/client-options.ts";
export { type CatalogId, catalogId } from "./helpers/catalog-id.ts";
export { nextCursor } from "./helpers/next-cursor.ts";
export { type PaginateClient, type Paginated, paginate } from "./helpers/paginate.ts";
export { type ResourceIdentifier, related } from "./helpers/related.ts";
export { unwrap } from "./helpers/unwrap.ts";
export {
  type JobOf,
  type JobReference,
  type JobType,
  type WaitForJobClient,
  type WaitForJobOptions,
  waitForJob,
} from "./helpers/wait-for-job.ts";
export type { OperationFacts, OperationProfile, OperationTable } from "./operations/operation-table.ts";
export { type AuthOptions, auth } from "./policies/auth.ts";
export type { CallSettings, RetrySettings, Timeouts } from "./policies/call-settings.ts";
export type { CredentialsOptions } from "./policies/credentials.ts";
export type { Hooks, RequestEvent, ResponseEvent } from "./policies/hooks.ts";
export { mediaTypes } from "./policies/media-types.ts";
export { type ObserveOptions, observe } from "./policies/observe.ts";
export type {
  AttemptInit,
  Fetch,
  Policy,
  ResponseLike,
  Transport,
} from "./policies/policy.ts";
export { type RateLimitEvent, type RateLimitOptions, rateLimit } from "./policies/rate-limit.ts";
export { redirects } from "./policies/redirects.ts";
export { type RetryEvent, type RetryOptions, retry } from "./policies/retry.ts";
export { revision } from "./policies/revision.ts";
export { type TimeoutOptions, timeout } from "./policies/timeout.ts";
export { type AppInfo, type UserAgentOptions, userAgent } from "./policies/user-agent.ts";
export { withPolicies } from "./policies/with-policies.ts";
export { type MemoryStoreOptions, memoryStore } from "./rate-limit/memory-store.ts";
export { isRateLimitError, RateLimitError, type RateLimitErrorOptions } from "./rate-limit/rate-limit-error.ts";
export type { CallEnd, Permit, RateLimitStore, RateLimits } from "./rate-limit/rate-limit-store.ts";
export {
  type Filter,
  type FilterBuilder,
  type FilterScalar,
  type FilterSpec,
  filter,
  type TermsOf,
} from "./request/filter.ts";
export type { HeaderRecord, HeadersOptions } from "./request/headers.ts";
export type { Middleware } from "./request/openapi-fetch.ts";
