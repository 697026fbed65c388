import { defineConfig } from "vitest/config";
import { notSelected } from "../../vitest.selection.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // With a real Redis, and with the machine to itself: `pnpm test:redis`.
    exclude: ["test/**/*.redis.test.ts", ...notSelected],
    passWithNoTests: notSelected.length > 0,
    testTimeout: 60_000,
  },
});
