import { SpecError } from "../document/spec-error.ts";
import { lintText } from "../lint/lint-fragment.ts";
import { formatProblem } from "../lint/problem.ts";
import type { Pulled } from "../pull/pull-document.ts";
import { count } from "../workspace/count.ts";

/** Lints a fragment before it is written. @throws SpecError with the problems, by the lines that it would have */
export async function refuseProblems({ file, text, source }: Pulled): Promise<void> {
  const { faults } = await lintText(text, file);
  if (faults.length === 0) return;
  const shown = faults.slice(0, 20).map(formatProblem).join("\n");
  throw new SpecError(`${source}: the fragment sliced from it has ${count(faults.length, "problem")}\n${shown}`);
}
