import { defineConfig } from "vitest/config";
import { notSelected } from "../vitest.selection.ts";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // What `pnpm test:release` has no use for.
    exclude: [...notSelected, ...(process.env.TESTS_LEFT_OUT?.split(",") ?? [])],
    globalSetup: "src/testing/temporary-folder.ts",
    // The files share modules and nothing that changes; loading the compilers anew for each takes most of their time.
    isolate: false,
    // A test that runs a command waits for it: the other core has something to do meanwhile.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
