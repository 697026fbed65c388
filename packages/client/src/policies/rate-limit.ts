import { type Clock, systemClock } from "../clock.ts";
import { findOperation, type OperationFacts } from "../find-operation.ts";
import { type Lane, lane } from "../lane.ts";
import { memoryStore } from "../memory-store.ts";
import type { OperationTable } from "../operation-table.ts";
import type { Policy } from "../policy.ts";
import type { RateLimitStore } from "../rate-limit-store.ts";

/** What `onRateLimit` is told, when a call had to wait. */
export interface RateLimitEvent {
  request: Request;
  /** The operationId. */
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
export function rateLimit(operations: OperationTable, options: RateLimitOptions = {}): Policy {
  const { clock = systemClock, onRateLimit } = options;
  const { store = memoryStore({ clock }) } = options;
  const lanes = new Map<string, Lane>();
  const laneOf = (operation: OperationFacts): Lane => {
    const { operationId } = operation;
    const found = lanes.get(operationId) ?? lane(() => store.take(operationId, operation), clock);
    lanes.set(operationId, found);
    return found;
  };

  return (next) => async (request, init) => {
    const operation = findOperation(operations)(request);
    if (!operation) return next(request, init);
    const queue = laneOf(operation);
    const arrived = clock.now();
    const entered = queue.enter(request.signal);
    const passage = entered instanceof Promise ? await entered : entered;
    const waited = clock.now() - arrived;
    if (waited > 1) onRateLimit?.({ request, operation: operation.operationId, waited });
    try {
      const response = await next(request, init);
      passage.settle(response.status, response.headers);
      return response;
    } catch (error) {
      passage.settle();
      throw error;
    } finally {
      queue.pump();
    }
  };
}
