import type { HeaderRecord } from "../request/headers.ts";
import type { RateLimitEvent } from "./rate-limit.ts";
import type { RetryEvent } from "./retry.ts";

/** An attempt that is about to be sent. */
export interface RequestEvent {
  method: string;
  url: string;
  /** Without the client's credentials, names in lower case. What is set here goes out. */
  headers: HeaderRecord;
  /** Method and path, as `GET /api/catalog-items/{id}`; `undefined` for a URL that is no operation. */
  operation: string | undefined;
  /** From 1. */
  attempt: number;
}

/** An attempt that has ended: with an answer, or with what `fetch` threw. */
export interface ResponseEvent extends RequestEvent {
  /** Its body may be read: that takes it from nobody. */
  response?: Response | undefined;
  error?: unknown;
  /** Milliseconds from sending to the end of the answer. */
  duration: number;
}

/**
 * Called along the way of a call, for logs and metrics, without credentials. A hook that throws or rejects harms no call:
 * its first error is printed.
 */
export interface Hooks {
  /** Before every attempt, after its wait for the rate limit. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** After every attempt. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Before the wait for another attempt. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /** When a call has to wait for the rate limit, and when it has waited. */
  onRateLimit?: ((event: RateLimitEvent) => unknown) | undefined;
}
