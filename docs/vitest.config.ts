import { defineConfig } from "vitest/config";
import { notSelected } from "../vitest.selection.ts";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["node_modules", ".vitepress/dist", ...notSelected],
    // Many go through every operation of every revision, and the whole API has hundreds.
    testTimeout: 60_000,
  },
});
