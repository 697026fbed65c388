import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Names of the packages that the changesets waiting in `.changeset/` are about. */
export async function pendingChangesets(root: string): Promise<Set<string>> {
  const files = await Array.fromAsync(glob(".changeset/*.md", { cwd: root }));
  const names = new Set<string>();
  for (const file of files) {
    const [, frontMatter = ""] = (await readFile(join(root, file), "utf8")).split(/^---$/m);
    for (const [, name = ""] of frontMatter.matchAll(/^["']?(@?[\w./-]+)["']?\s*:\s*(?:major|minor|patch)\s*$/gm)) {
      names.add(name);
    }
  }
  return names;
}
