import { defineConfig } from "vitest/config";

// Needs Debian's chromium and the built site; without them the tests fail and say so.
export default defineConfig({
  test: {
    include: ["{test,try}/*.chromium.ts"],
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    // One browser at a time.
    fileParallelism: false,
  },
});
