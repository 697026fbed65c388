// Generated from openapi/fragment.yaml by `pnpm generate`; do not edit.

export * from "./2026-07-15.ts";
