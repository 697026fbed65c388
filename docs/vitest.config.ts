import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules", ".vitepress/dist"],
    // Many go through every operation of every revision, and the whole API has hundreds.
    testTimeout: 60_000,
  },
});
