import { ConnectionError } from "../answers/connection-error.ts";

const timeouts = new WeakSet<object>();

/** Marks the error of an attempt that took too long, so that it is told from other code's `TimeoutError`s. */
export function markTransient<Thrown extends object>(error: Thrown): Thrown {
  timeouts.add(error);
  return error;
}

/**
 * Whether an attempt failed on its way, which another attempt may not. What a hook, a policy or a token function of the
 * caller throws is not transient.
 */
export function isTransient(error: unknown): boolean {
  return error instanceof ConnectionError || timeouts.has(Object(error));
}
