import { defineConfig } from "vitest/config";
import { notSelected } from "../../vitest.selection.ts";

export default defineConfig({
  test: { include: ["src/**/*.test.ts"], exclude: notSelected, testTimeout: 60_000, hookTimeout: 60_000 },
});
