import { join, relative } from "node:path";
import { count } from "../workspace/count.ts";
import { userPath } from "../workspace/workspace-root.ts";
import { type Command, runCommand } from "./run-command.ts";

const help = `Usage: pnpm spec:lint [file …]

Checks the fragments in openapi/, or the files named, against OpenAPI and the rules of this project.
Exits 1 and prints file, line and what to do for each fault. What upstream does not say of an operation, such as the
scopes that it needs, is a fact: it is printed, and no fault.`;

export const command: Command = {
  help,
  async run(root, files) {
    const { listFragments } = await import("../generate/fragments.ts");
    const { lintFragment } = await import("../lint/lint-fragment.ts");
    const { formatProblem } = await import("../lint/problem.ts");

    const names = await listFragments(root);
    const fragments = files.length > 0 ? files.map(userPath) : names.map((name) => join(root, "openapi", name));
    const results = await Promise.all(fragments.map((file) => lintFragment(relative(process.cwd(), file))));
    const [faults, facts] = [results.flatMap((each) => each.faults), results.flatMap((each) => each.facts)];
    for (const fault of faults) console.error(formatProblem(fault));
    for (const fact of facts) console.log(`upstream: ${formatProblem(fact)}`);
    const counts = [count(fragments.length, "fragment"), count(faults.length, "fault"), count(facts.length, "fact")];
    console.log(`${counts.join(", ")} of upstream`);
    return faults.length > 0 ? 1 : 0;
  },
};

if (import.meta.main) await runCommand(command);
