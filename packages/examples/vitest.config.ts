import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // With a real Redis, and with the machine to itself: `pnpm test:redis`.
    exclude: ["test/**/*.redis.test.ts"],
    testTimeout: 60_000,
  },
});
