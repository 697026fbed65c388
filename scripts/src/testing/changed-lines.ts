import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "../workspace/run-process.ts";

/** The lines that are taken away (`-…`) and added (`+…`) between two texts. */
export async function changedLines(before: string, after: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "changed-lines-"));
  await writeFile(join(folder, "before"), before);
  await writeFile(join(folder, "after"), after);
  const args = ["diff", "--no-index", "--no-color", "--unified=0", "before", "after"];
  const { stdout } = await runProcess("git", args, { cwd: folder });
  const isChange = (line: string) => /^[-+]/.test(line) && !/^(---|\+\+\+) /.test(line);
  return stdout.split("\n").filter(isChange);
}
