import { type Clock, systemClock } from "../basics/clock.ts";
import { getOrMake } from "../basics/get-or-make.ts";
import { findOperation } from "../operations/find-operation.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import { type Lane, lane } from "../rate-limit/lane.ts";
import { memoryStore } from "../rate-limit/memory-store.ts";
import type { RateLimitStore } from "../rate-limit/rate-limit-store.ts";
import type { Policy } from "./policy.ts";

/** What `onRateLimit` is told, when a call had to wait. */
export interface RateLimitEvent {
  method: string;
  url: string;
  /** Method and path, as `GET /api/catalog-items/{id}`. */
  operation: string;
  /** Milliseconds the call has waited. */
  waited: number;
}

/** Options of {@link rateLimit}. */
export interface RateLimitOptions {
  /** Where the use of the limits is counted. @default memoryStore(), of this process alone */
  store?: RateLimitStore;
  onRateLimit?: (event: RateLimitEvent) => void;
  clock?: Clock;
}

/**
 * Holds calls back so that none is answered with 429: at most what the operation's burst window (a second) and steady
 * window (a minute) allow, first come, first served. A call whose signal aborts leaves the queue.
 *
 * @example
 * ```ts
 * import { operations, rateLimit } from "@org/client";
 *
 * const policy = rateLimit(operations, { onRateLimit: ({ operation, waited }) => console.log(operation, waited) });
 * ```
 */
export function rateLimit(
  operations: OperationTable,
  { clock = systemClock, store = memoryStore({ clock }), onRateLimit }: RateLimitOptions = {},
): Policy {
  const lanes = new Map<string, Lane>();

  return (next) => async (url, init) => {
    const operation = findOperation(operations, url, init);
    if (!operation) return next(url, init);
    const { name } = operation;
    const enter = getOrMake(lanes, name, () => lane(() => store.take(name, operation), clock));
    let passage = enter(init.signal);
    // asked for by its method: a patched global is not what an async function returns
    if ("then" in passage) {
      const arrived = clock.now();
      passage = await passage;
      const waited = clock.now() - arrived;
      if (waited > 1) onRateLimit?.({ method: init.method, url, operation: name, waited });
    }
    let response: Response | undefined;
    try {
      response = await next(url, init);
      return response;
    } finally {
      passage.settle(response);
    }
  };
}
