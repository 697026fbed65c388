import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What is set in code, and so is a name and no prose: blocks, and words between backticks. */
const code = /^```[\s\S]*?^```|`[^`\n]+`/gm;

/** READMEs, and the pages of the site that teach. What tells of the past, such as a decision, goes on naming it. */
const documents = ["README.md", "packages/*/README.md", "docs/*.md", "docs/{guides,try}/*.md"];

/** The documents whose code names the revision that was current, with the one that is now. */
export async function refreshDocuments(root: string, from: string, to: string): Promise<Map<string, string>> {
  const refreshed = new Map<string, string>();
  if (from === to) return refreshed;
  // Not in the name of a file, which belongs to its revision.
  const name = new RegExp(`(?<![\\w-])${from.replaceAll(".", "\\.")}(?![\\w.-])`, "g");
  for (const path of (await Array.fromAsync(glob(documents, { cwd: root }))).sort()) {
    const text = await readFile(join(root, path), "utf8");
    const renewed = text.replaceAll(code, (block) => block.replaceAll(name, to));
    if (renewed !== text) refreshed.set(path, renewed);
  }
  return refreshed;
}
