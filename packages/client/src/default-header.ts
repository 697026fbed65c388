import type { Policy } from "./policy.ts";

/** Sends a header where the caller has not set it. */
export function defaultHeader(name: string, value: string): Policy {
  return (next) => (request, init) => {
    if (!request.headers.has(name)) request.headers.set(name, value);
    return next(request, init);
  };
}
