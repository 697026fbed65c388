import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { moduleSpecifiers } from "../../../packages/codemod/src/syntax/module-specifiers.ts";

/**
 * Tests that take long and cannot come out otherwise in a fork that has bumped: the limiter against limits of their own, and
 * the verdict on documents that are made up. `pnpm test` runs them; `pnpm test:release` leaves them out of the fork.
 */
export const independentTests = [
  // Of the mock it has the clock.
  { folder: "packages/client", file: "src/policies/rate-limit.simulation.test.ts", packages: ["@org/mock"] },
  { folder: "scripts", file: "src/diff/proof/verdict-proof.test.ts", packages: [] },
];

/** What a file imports, and what that imports, as far as it is ours: paths, and the names of packages. */
export async function everythingImported(file: string): Promise<Set<string>> {
  const found = new Set<string>();
  const visit = async (from: string): Promise<void> => {
    for (const specifier of moduleSpecifiers(from, await readFile(from, "utf8"))) {
      const target = specifier.startsWith(".") ? join(dirname(from), specifier) : specifier;
      if (found.has(target)) continue;
      found.add(target);
      if (specifier.startsWith(".") && target.endsWith(".ts")) await visit(target);
    }
  };
  await visit(file);
  return found;
}
