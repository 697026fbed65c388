import type { Pusher } from "./pusher.ts";

/** Who pushes. Each is loaded alone, so that no process holds the code of another. */
export const pushers: Record<string, () => Promise<{ push: Pusher }>> = {
  "@org/client": () => import("./pushers/ours.ts"),
  "klaviyo-api 23": () => import("./pushers/klaviyo-api.ts"),
};
