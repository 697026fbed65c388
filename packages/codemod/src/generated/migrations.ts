// Generated from openapi/fragment.yaml by `pnpm generate`; do not edit.

import type { Migration } from "../migration/migration.ts";

/** The revision that the entries without a revision stand for. */
export const current = "2026-07-15";

export const revisions: readonly string[] = ["2023-12-15","2026-07-15"];

/** By `<from>--<to>`. */
export const migrations: Readonly<Record<string, () => Promise<{ migration: Migration }>>> = {
  "2023-12-15--2026-07-15": () => import("./2023-12-15--2026-07-15.ts"),
  "2026-07-15--2023-12-15": () => import("./2026-07-15--2023-12-15.ts"),
};
