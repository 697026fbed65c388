import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { SpecError } from "../document/spec-error.ts";
import { lintFragment } from "../lint/lint-fragment.ts";
import { formatProblem } from "../lint/problem.ts";
import type { Pulled } from "../pull/pull-document.ts";

/** Lints a fragment before it is written. @throws SpecError with the problems, by the lines that it would have */
export async function refuseProblems({ file, text, source }: Pulled): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "spec-bump-"));
  try {
    const copy = join(folder, basename(file));
    await writeFile(copy, text);
    const problems = (await lintFragment(copy)).faults.map((problem) => formatProblem({ ...problem, file }));
    if (problems.length > 0) {
      const shown = problems.slice(0, 20).join("\n");
      throw new SpecError(`${source}: the fragment sliced from it has ${problems.length} problems\n${shown}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
