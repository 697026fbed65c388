import { parseArgs } from "node:util";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm check-packages

Packs the packages as a release would (run \`pnpm build\` before) and checks what is inside the tarballs: contents,
subpaths, types, side effects, sizes, imports, and what they export. Exits 1 and says what does not hold.`;

export const command: Command = {
  help,
  async run(root, args) {
    parseArgs({ args, options: {} });

    const { packageChecks } = await import("../release/package-checks.ts");
    const { sizeLimit } = await import("../release/package-tools.ts");
    const { withPackedPackages } = await import("../release/packed-package.ts");
    const { sizeTable } = await import("../release/size-table.ts");
    const { workspacePackages } = await import("../release/workspace-packages.ts");

    const packages = await workspacePackages(root);
    return withPackedPackages(packages, async (packed) => {
      let failed = 0;
      for (const { name, run } of packageChecks(root, packages, packed)) {
        const problems = await run().catch((error: Error) => [error.message]);
        if (problems.length > 0) failed += 1;
        console.log(`${problems.length > 0 ? "FAILED" : "ok"}  ${name}`);
        for (const problem of problems) console.error(`  ${problem.replaceAll("\n", "\n  ")}`);
      }
      console.log(`\n${sizeTable(packed, await sizeLimit(root).catch(() => []))}`);
      return failed > 0 ? 1 : 0;
    });
  },
};

if (import.meta.main) await runCommand(command);
