import { defineConfig } from "vitest/config";

// Tests that install and publish for real: minutes, not seconds. `pnpm test:release` runs them, `pnpm test` does not.
export default defineConfig({
  test: {
    include: ["src/**/*.slow.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 900_000,
    // They have nothing in common, and each waits for a registry as often as for the machine.
    maxWorkers: 2,
  },
});
