// Generated from openapi/fragment.yaml by `pnpm generate`; do not edit.

import type { Fragment } from "../fragment/fragment.ts";

/** The revision that is mocked unless another is asked for. */
export const current = "2026-07-15";

export const revisions: Record<"2023-12-15" | "2026-07-15", () => Promise<{ fragment: Fragment }>> = {
  "2023-12-15": () => import("./2023-12-15.ts"),
  "2026-07-15": () => import("./2026-07-15.ts"),
};
