import { callHook } from "../basics/call-hook.ts";
import { type Clock, systemClock } from "../basics/clock.ts";
import { getOrMake } from "../basics/get-or-make.ts";
import { findOperation } from "../operations/find-operation.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import { memoryStore } from "../rate-limit/memory-store.ts";
import type { RateLimitStore } from "../rate-limit/rate-limit-store.ts";
import { type RequestQueue, requestQueue } from "../rate-limit/request-queue.ts";
import type { Policy } from "./policy.ts";

/** What `onRateLimit` is told of a call that has to wait: once before, once after the wait. */
export interface RateLimitEvent {
  method: string;
  url: string;
  /** Method and path, as `GET /api/catalog-items/{id}`. */
  operation: string;
  /** Before the wait: milliseconds until a call of the operation may go. Others may wait in front of this one. */
  wait?: number;
  /** After the wait: milliseconds that it took. */
  waited?: number;
}

/** Options of {@link rateLimit}. */
export interface RateLimitOptions {
  /** Where the use of the limits is counted. Clients of one account should share a store. @default memoryStore() */
  store?: RateLimitStore | undefined;
  /**
   * Milliseconds that a call may wait for the limit in all its attempts, for calls before it, and for the store. A call
   * that would have to wait longer fails with a `RateLimitError`, at once when the store says so. `retry` does not wait
   * longer either when the server asks for it.
   * @default no limit, but no single wait that the limit asks for may be above `maxDelay`
   */
  maxWait?: number | undefined;
  /**
   * Milliseconds of the longest single wait where there is no `maxWait`. A client takes it from `retry`, and a call's own
   * `retry` wins.
   * @default 120_000
   */
  maxDelay?: number | undefined;
  /** Told of every call that has to wait. */
  onRateLimit?: ((event: RateLimitEvent) => unknown) | undefined;
  clock?: Clock | undefined;
}

/**
 * Holds calls back so that none is answered with 429: at most what the operation's burst window (a second) and steady
 * window (a minute) allow, first come, first served. A call whose signal aborts leaves the queue at once.
 *
 * @throws {RateLimitError} when a call would have to wait longer than it may
 * @example
 * ```ts
 * import { operations, rateLimit } from "@org/client";
 *
 * const policy = rateLimit(operations, { maxWait: 10_000, onRateLimit: ({ operation, wait }) => console.log(operation, wait) });
 * ```
 */
export function rateLimit(
  operations: OperationTable,
  {
    clock = systemClock,
    store = memoryStore({ clock }),
    maxWait,
    maxDelay = 120_000,
    onRateLimit,
  }: RateLimitOptions = {},
): Policy {
  const maxAnswer = maxWait === undefined ? maxDelay : undefined;
  const queues = new Map<string, RequestQueue>();

  return (next) => async (url, init) => {
    const operation = findOperation(operations, url, init);
    if (!operation || (operation.burst ?? operation.steady) === undefined) return next(url, init);
    const { name } = operation;
    const { method, signal } = init;
    const queue = getOrMake(queues, name, () => {
      const key = storeKey(name);
      return requestQueue({ operation: name, take: () => store.take(key, operation), clock, maxAnswer });
    });
    const { waits, settings } = init;
    const patience = {
      maxWait: maxWait === undefined ? undefined : maxWait - (waits?.milliseconds ?? 0),
      maxDelay: (settings?.retry || undefined)?.maxDelay ?? maxDelay,
    };
    const event = { method, url, operation: name };
    let told = false;
    let permit = queue.enter(signal, patience, (wait) => {
      told = true;
      callHook(onRateLimit, { ...event, wait });
    });
    // A patched global Promise is not what an async function returns, so a promise is told by its method.
    if ("then" in permit) {
      const began = clock.now();
      permit = await permit;
      const waited = clock.now() - began;
      if (waits) waits.milliseconds += waited;
      if (told) callHook(onRateLimit, { ...event, waited });
    }
    if (signal?.aborted) {
      permit.release({ sent: false });
      throw signal.reason;
    }
    let response: Response | undefined;
    let sent = false;
    const onSend = (): void => {
      sent = true;
      init.onSend?.();
    };
    try {
      response = await next(url, { ...init, onSend });
      return response;
    } finally {
      permit.release(response ?? { sent });
    }
  };
}

/** One key for an operation, whatever its path is called in a revision: no slash at the end, no names of parameters. */
function storeKey(operation: string): string {
  return operation.replace(/{.*?}/g, "{}").replace(/\/$/, "");
}
