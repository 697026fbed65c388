import { join, relative } from "node:path";
import { listFragments } from "../generate/fragments.ts";
import { lintFragment } from "../lint/lint-fragment.ts";
import { formatProblem } from "../lint/problem.ts";
import { userPath, workspaceRoot } from "../workspace/workspace-root.ts";
import { runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:lint [file …]

Checks the fragments in openapi/, or the files named, against OpenAPI and the rules of this project.
Exits 1 and prints file, line and what to do for each problem.`;

await runCommand(help, async (files) => {
  const names = await listFragments(workspaceRoot);
  const fragments = files.length > 0 ? files.map(userPath) : names.map((name) => join(workspaceRoot, "openapi", name));
  const problems = (await Promise.all(fragments.map((file) => lintFragment(relative(process.cwd(), file))))).flat();
  for (const problem of problems) console.error(formatProblem(problem));
  console.log(`${fragments.length} fragments, ${problems.length} problems`);
  return problems.length > 0 ? 1 : 0;
});
