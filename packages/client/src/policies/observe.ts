import { attemptOf } from "../attempts.ts";
import { type Clock, systemClock } from "../clock.ts";
import { findOperation } from "../find-operation.ts";
import type { Hooks } from "../hooks.ts";
import type { OperationTable } from "../operation-table.ts";
import type { Policy } from "../policy.ts";

/** Options of {@link observe}. */
export interface ObserveOptions extends Pick<Hooks, "onRequest" | "onResponse"> {
  clock?: Clock;
}

/**
 * Reports every attempt.
 *
 * @example
 * ```ts
 * import { observe, operations } from "@org/client";
 *
 * const policy = observe(operations, {
 *   onResponse: ({ operation, attempt, response, duration }) => console.log(operation, attempt, response?.status, duration),
 * });
 * ```
 */
export function observe(operations: OperationTable, options: ObserveOptions): Policy {
  const { onRequest, onResponse, clock = systemClock } = options;
  return (next) => async (request, init) => {
    const operation = findOperation(operations)(request)?.operationId;
    const event = { request, operation, attempt: attemptOf(request) };
    onRequest?.(event);
    const sent = clock.now();
    try {
      const response = await next(request, init);
      onResponse?.({ ...event, response, duration: clock.now() - sent });
      return response;
    } catch (error) {
      onResponse?.({ ...event, error, duration: clock.now() - sent });
      throw error;
    }
  };
}
