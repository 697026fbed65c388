import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // With a real Redis, and with the machine to itself: `pnpm test:redis`.
    exclude: ["src/**/*.redis.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
