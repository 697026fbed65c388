import { parseArgs } from "node:util";
import { writeFiles } from "../workspace/write-files.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm api-report [--check | --released]

Writes what each package exports to packages/*/api.md, from its built declaration files (run \`pnpm build\` before).

  --check     write nothing; exit 1 if a report is not up to date, or if exports changed without a changeset
  --released  mark the reports with the versions of package.json as released; \`pnpm version-packages\` does it
  --help      show this`;

export const command: Command = {
  help,
  async run(root, args) {
    const options = { check: { type: "boolean" }, released: { type: "boolean" } } as const;
    const { values } = parseArgs({ args, options });

    const { apiReportProblems, apiReports, expectedReport } = await import("../release/api-reports.ts");

    if (values.check) {
      const problems = await apiReportProblems(root);
      for (const problem of problems) console.error(problem);
      return problems.length > 0 ? 1 : 0;
    }
    const reports = await apiReports(root);
    const outputs = new Map(reports.map((report) => [report.path, expectedReport(report, values.released)]));
    await writeFiles(root, outputs);
    for (const path of outputs.keys()) console.log(path);
    return 0;
  },
};

if (import.meta.main) await runCommand(command);
