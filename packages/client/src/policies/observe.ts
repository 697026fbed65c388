import { rereadable } from "../answers/whole-answer.ts";
import { callHook } from "../basics/call-hook.ts";
import { type Clock, systemClock } from "../basics/clock.ts";
import { findOperation } from "../operations/find-operation.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import type { Hooks } from "./hooks.ts";
import type { Policy } from "./policy.ts";

/** Options of {@link observe}. */
export interface ObserveOptions extends Pick<Hooks, "onRequest" | "onResponse"> {
  clock?: Clock | undefined;
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
export function observe(
  operations: OperationTable,
  { onRequest, onResponse, clock = systemClock }: ObserveOptions,
): Policy {
  return (next) => async (url, init) => {
    const { method, headers, attempt = 1 } = init;
    const event = { method, url, headers, operation: findOperation(operations, url, init)?.name, attempt };
    callHook(onRequest, event);
    const sent = clock.now();
    let response: Response | undefined;
    let error: unknown;
    try {
      response = rereadable(await next(url, init));
      return response;
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      callHook(onResponse, { ...event, response, error, duration: clock.now() - sent });
    }
  };
}
