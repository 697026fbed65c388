import { parseArgs } from "node:util";
import { apiReportProblems, apiReports, expectedReport } from "../release/api-reports.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm api-report [--check | --released]

Writes what each package exports to packages/*/api.md, from its built declaration files (run \`pnpm build\` before).

  --check     write nothing; exit 1 if a report is not up to date, or if exports changed without a changeset
  --released  mark the reports with the versions of package.json as released; \`pnpm version-packages\` does it
  --help      show this`;

await runCommand(help, async (args) => {
  const options = { check: { type: "boolean" }, released: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  if (values.check) {
    const problems = await apiReportProblems(workspaceRoot);
    for (const problem of problems) console.error(problem);
    return problems.length > 0 ? 1 : 0;
  }
  const reports = await apiReports(workspaceRoot);
  const outputs = new Map(reports.map((report) => [report.path, expectedReport(report, values.released)]));
  await writeFiles(workspaceRoot, outputs);
  for (const path of outputs.keys()) console.log(path);
  return 0;
});
