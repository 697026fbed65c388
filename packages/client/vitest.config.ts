import { defineConfig } from "vitest/config";
import { notSelected } from "../../vitest.selection.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // With a real Redis, and with the machine to itself: `pnpm test:redis`. And what `pnpm test:release` has no use for.
    exclude: ["src/**/*.redis.test.ts", ...notSelected, ...(process.env.TESTS_LEFT_OUT?.split(",") ?? [])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
