import type { HeaderRecord } from "./policy.ts";
import type { RateLimitEvent } from "./rate-limit.ts";
import type { RetryEvent } from "./retry.ts";

/** An attempt that is about to be sent. */
export interface RequestEvent {
  method: string;
  url: string;
  /** Without credentials, names in lower case. What is set here goes out. */
  headers: HeaderRecord;
  /** Method and path, as `GET /api/catalog-items/{id}`; `undefined` for a URL that is no operation. */
  operation: string | undefined;
  /** From 1. */
  attempt: number;
}

/** An attempt that has ended: with an answer, or with what `fetch` threw. */
export interface ResponseEvent extends RequestEvent {
  response?: Response;
  error?: unknown;
  /** Milliseconds from sending to the headers of the answer. */
  duration: number;
}

/** Called along the way of a call, for logs and metrics, without credentials. They must not throw. */
export interface Hooks {
  /** Before every attempt, after its wait for the rate limit. */
  onRequest?: (event: RequestEvent) => void;
  /** After every attempt. */
  onResponse?: (event: ResponseEvent) => void;
  /** Before the wait for another attempt. */
  onRetry?: (event: RetryEvent) => void;
  /** When a call has to wait for the rate limit, and when it has waited. */
  onRateLimit?: (event: RateLimitEvent) => void;
}
