import type { Policy } from "./policy.ts";

/** Sends a header where the caller has not set it. */
export function defaultHeader(name: Lowercase<string>, value: string): Policy {
  return (next) => (url, init) => {
    init.headers[name] ??= value;
    return next(url, init);
  };
}
