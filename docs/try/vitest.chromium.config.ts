import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Goes through the page of the built site (`pnpm docs:build`). Needs Debian's chromium; without it the tests fail and say so.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: { include: ["try/**/*.chromium.ts"], testTimeout: 120_000, hookTimeout: 60_000 },
});
