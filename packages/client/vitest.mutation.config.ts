import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 15_000,
    // One worker for all files: to start one for each costs more than the tests do.
    isolate: false,
    // A mutant in what a module makes while it loads is seen only where the module is loaded anew.
    setupFiles: ["src/testing/fresh-modules.ts"],
    include: ["src/**/*.test.ts"],
    // Run again for every mutant, so those that take long are left out: simulations, the mock, the compiler, Redis, chaos.
    exclude: ["src/**/*.{simulation,mock,redis}.test.ts", "src/call-types/*.test.ts", "src/bulk/{chaos,scale}.test.ts"],
  },
});
