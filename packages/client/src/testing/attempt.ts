import type { AttemptInit } from "../policies/policy.ts";

/** The arguments of a transport. */
export function attempt(url: string, init: Partial<AttemptInit> = {}): [url: string, init: AttemptInit] {
  return [url, { method: "GET", headers: {}, ...init }];
}
