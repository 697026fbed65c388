import { chmod, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Maps each path to the text the file must have, or to `undefined` if the file must not exist. */
export type Files = ReadonlyMap<string, string | undefined>;

/**
 * Makes the files at these paths what they should be: all of them, or none. Every text is on disk under a temporary name
 * before the first file is touched, and what is replaced is kept until the last one is. A replaced file keeps its mode.
 */
export async function writeFiles(root: string, files: Files): Promise<void> {
  const name = (path: string, kind: "new" | "old") => join(root, `${path}.${kind}-${process.pid}`);
  const made: string[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [path, text] of files) {
      const folder = await mkdir(dirname(join(root, path)), { recursive: true });
      if (folder) made.push(folder);
      if (text !== undefined) await writeFile(name(path, "new"), text);
    }
    for (const [path, text] of files) {
      const target = join(root, path);
      const existing = await stat(target).catch(isMissing);
      if (existing?.isDirectory()) throw new Error(`EISDIR: ${target} is a folder, so no file can take its place`);
      if (existing) {
        await rename(target, name(path, "old"));
        undo.push(() => rename(name(path, "old"), target));
      }
      if (text === undefined) continue;
      if (existing) await chmod(name(path, "new"), existing.mode);
      await rename(name(path, "new"), target);
      if (!existing) undo.push(() => rm(target, { force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    for (const path of files.keys()) await rm(name(path, "new"), { force: true });
    for (const folder of made) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  for (const path of files.keys()) await rm(name(path, "old"), { force: true });
}

function isMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
