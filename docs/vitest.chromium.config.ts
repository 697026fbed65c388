import { defineConfig } from "vitest/config";

// Needs Debian's chromium and the built site; without them the tests fail and say so.
export default defineConfig({
  test: { include: ["**/*.chromium.ts"], exclude: ["node_modules"], testTimeout: 600_000, hookTimeout: 60_000 },
});
