import type { AttemptInit, Policy } from "./policy.ts";

/** Sends a header where the caller has neither set it nor taken it away. */
export function defaultHeader(name: Lowercase<string>, value: string): Policy {
  return (next) => (url, init) => {
    setDefault(init, name, value);
    return next(url, init);
  };
}

/** Sets a header of an attempt, unless the caller has decided on it. */
export function setDefault(init: AttemptInit, name: Lowercase<string>, value: string): void {
  if (!isDecided(init, name)) init.headers[name] = value;
}

/** Whether the caller has set a header, or taken it away. */
export function isDecided({ headers, settings }: AttemptInit, name: Lowercase<string>): boolean {
  return headers[name] !== undefined || (settings?.removedHeaders?.includes(name) ?? false);
}
