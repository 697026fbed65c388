import { defineConfig } from "vitest/config";

// Needs Debian's chromium; without it the tests fail and say so.
export default defineConfig({ test: { include: ["src/**/*.chromium.ts"], testTimeout: 60_000, hookTimeout: 60_000 } });
