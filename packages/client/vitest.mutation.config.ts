import { statSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** A mutant is done with at the first test that fails: small files first, which are those beside a module. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sizes = new Map(files.map(({ moduleId }) => [moduleId, statSync(moduleId).size]));
    return files.toSorted((a, b) => (sizes.get(a.moduleId) as number) - (sizes.get(b.moduleId) as number));
  }
}

export default defineConfig({
  test: {
    // What hangs is given up before StrykerJS has to start another worker for it.
    testTimeout: 8000,
    // One worker for all files: to start one for each costs more than the tests do.
    isolate: false,
    sequence: { sequencer: SmallestFirst },
    // A mutant in what a module makes while it loads is seen only where the module is loaded anew.
    setupFiles: ["src/testing/fresh-modules.ts"],
    include: ["src/**/*.test.ts"],
    // Run again for every mutant, so those that take long are left out: simulations, the mock, the compiler, Redis, chaos.
    exclude: ["src/**/*.{simulation,mock,redis}.test.ts", "src/call-types/*.test.ts", "src/bulk/{chaos,scale}.test.ts"],
  },
});
