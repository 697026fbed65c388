import type { AttemptInit } from "../policy.ts";

/** The arguments of a transport. */
export function attempt(url: string, init: RequestInit = {}): [url: string, init: AttemptInit] {
  return [url, { method: "GET", ...init, headers: new Headers(init.headers) }];
}
