import type { Policy } from "./policy.ts";

/** Sends a header where the caller has not set it. */
export function defaultHeader(name: string, value: string): Policy {
  return (next) => (url, init) => {
    if (!init.headers.has(name)) init.headers.set(name, value);
    return next(url, init);
  };
}
