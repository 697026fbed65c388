import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { writeFiles } from "../workspace/write-files.ts";
import { workspacePackages } from "./workspace-packages.ts";

/** Brings `src/version.ts`, where a package has one, to the version of its package.json. Answers the files. */
export async function writeVersions(root: string): Promise<string[]> {
  const changed = new Map<string, string>();
  for (const { folder, manifest } of await workspacePackages(root)) {
    const file = join(folder, "src", "version.ts");
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const pattern = /(export const version(?:: string)? = ")[^"]*(";)/;
    if (!pattern.test(text)) throw new Error(`${file} should hold \`export const version = "…";\``);
    const written = text.replace(pattern, (_, before, after) => before + manifest.version + after);
    if (written !== text) changed.set(relative(root, file), written);
  }
  await writeFiles(root, changed);
  return [...changed.keys()].map((path) => join(root, path));
}
