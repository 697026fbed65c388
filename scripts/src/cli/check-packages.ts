import { parseArgs } from "node:util";
import { packageChecks } from "../release/package-checks.ts";
import { sizeLimit } from "../release/package-tools.ts";
import { withPackedPackages } from "../release/packed-package.ts";
import { sizeTable } from "../release/size-table.ts";
import { workspacePackages } from "../release/workspace-packages.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm check-packages

Packs the packages as a release would (run \`pnpm build\` before) and checks what is inside the tarballs: contents,
subpaths, types, side effects, sizes, imports, and what they export. Exits 1 and says what does not hold.`;

await runCommand(help, async (args) => {
  parseArgs({ args, options: {} });
  const packages = await workspacePackages(workspaceRoot);
  return withPackedPackages(packages, async (packed) => {
    let failed = 0;
    for (const { name, run } of packageChecks(workspaceRoot, packages, packed)) {
      const problems = await run().catch((error: Error) => [error.message]);
      if (problems.length > 0) failed += 1;
      console.log(`${problems.length > 0 ? "FAILED" : "ok"}  ${name}`);
      for (const problem of problems) console.error(`  ${problem.replaceAll("\n", "\n  ")}`);
    }
    console.log(`\n${sizeTable(packed, await sizeLimit(workspaceRoot).catch(() => []))}`);
    return failed > 0 ? 1 : 0;
  });
});
