import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.redis.test.ts"],
    testTimeout: 60_000,
    // Four processes are measured in real time; a machine that was busy for a moment gets another try.
    retry: 5,
  },
});
