import type { Contender } from "./contender.ts";

/** Who takes part, in order of output; each is loaded only where it is measured. */
export const contenders = {
  "raw fetch": async () => (await import("./raw-fetch.ts")).rawFetch,
  "openapi-fetch 0.17": async () => (await import("./openapi-fetch.ts")).openapiFetch,
  "openapi-fetch, time limit": async () => (await import("./openapi-fetch.ts")).openapiFetchWithTimeLimit,
  "hey-api 0.99": async () => (await import("./hey-api.ts")).heyApi,
  "klaviyo-api 23": async () => (await import("./klaviyo-api.ts")).klaviyoApi,
  "@org/client": async () => (await import("./ours.ts")).ours,
  "@org/client, all hooks": async () => (await import("./ours.ts")).oursWithHooks,
  "@org/client, one middleware": async () => (await import("./ours.ts")).oursWithMiddleware,
  "@org/client, call limited": async () => (await import("./ours.ts")).oursWithCallLimit,
} satisfies Record<string, () => Promise<Contender>>;

export type ContenderName = keyof typeof contenders;
