import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outputs } from "./outputs.ts";

/** Files whose content is not what would be generated now, among them those that would not be generated at all. */
export async function findDrift(root: string, outputs: Outputs, folders: readonly string[] = []): Promise<string[]> {
  const drifted: string[] = [];
  for (const [path, text] of outputs) {
    const existing = await readFile(join(root, path), "utf8").catch(() => undefined);
    if (existing !== text) drifted.push(path);
  }
  for (const folder of folders) {
    const names = await readdir(join(root, folder)).catch(() => []);
    drifted.push(...names.map((name) => `${folder}/${name}`).filter((path) => !outputs.has(path)));
  }
  return drifted;
}

/**
 * Makes the files at `paths` what `outputs` says; one that is not in `outputs` is removed.
 * Every text is on disk under a temporary name before the first file is replaced.
 */
export async function writeOutputs(root: string, outputs: Outputs, paths: readonly string[]): Promise<void> {
  const temporary = (path: string) => join(root, `${path}.tmp-${process.pid}`);
  const written = paths.filter((path) => outputs.has(path));
  try {
    for (const path of written) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(temporary(path), outputs.get(path) ?? "");
    }
    for (const path of written) await rename(temporary(path), join(root, path));
  } finally {
    for (const path of written) await rm(temporary(path), { force: true });
  }
  for (const path of paths) if (!outputs.has(path)) await rm(join(root, path));
}
