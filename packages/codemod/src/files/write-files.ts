import { chmod, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type Journal, openJournal, recover, removeEmpty } from "./journal.ts";
import { Mistake } from "./mistake.ts";
import { systemReason } from "./system-reason.ts";

/** Maps each path to the text the file must have, or to `undefined` if the file must not exist. */
export type Files = ReadonlyMap<string, string | undefined>;

/**
 * Makes the files at these paths what they should be: all of them, or none. Every text is on disk under a temporary name
 * before the first file is touched, and what is replaced is kept until the last one is; a journal says so, by which
 * {@link recover} puts everything back if this process is killed meanwhile. A replaced file keeps its mode.
 *
 * @throws Mistake naming the file when one is read-only, is a folder, or cannot be written; also while another process
 * writes there
 */
export async function writeFiles(root: string, files: Files): Promise<void> {
  if (files.size === 0) return;
  const { writer } = await recover(root);
  if (writer !== undefined) {
    const { pid, journal, ended } = writer;
    throw new Mistake(
      `${root}: process ${pid} is writing here; wait until it ends, or, if that is another program, rename ${journal} to ${ended} and run again: that puts back what was begun. Nothing was changed`,
    );
  }
  const paths = [...files.keys()];
  const existing = await checkTargets(root, paths);
  // The journal stands in the root, which may be a folder that is yet to be made.
  const place = relative(process.cwd(), root) || ".";
  const madeRoot = await mkdir(root, { recursive: true }).catch((error) => {
    throw new Mistake(`${place}: cannot be made: ${systemReason(error)}; nothing was changed`);
  });
  const created = paths.filter((each) => !existing.has(each));
  const journal = await openJournal(root, { paths, created }).catch(async (error) => {
    if (madeRoot) await removeEmpty(madeRoot);
    throw new Mistake(`${place}: no file can be written here: ${systemReason(error)}; nothing was changed`);
  });
  let path = "";
  try {
    if (madeRoot) await journal.addFolder(madeRoot);
    for (const [name, text] of files) {
      path = name;
      const folder = await mkdir(dirname(join(root, name)), { recursive: true });
      if (folder) await journal.addFolder(folder);
      if (text !== undefined) await writeFile(journal.newName(name), text, { mode: existing.get(name) ?? 0o666 });
    }
    for (const [name, text] of files) {
      path = name;
      await replace(root, name, text, existing.get(name), journal);
    }
    await journal.commit();
  } catch (error) {
    const shown = join(relative(process.cwd(), root), path);
    const outcome = await journal.undo().then(
      () => "nothing was changed",
      (problem) => `what was begun is not put back yet: ${systemReason(problem)}; run again, which does that first`,
    );
    throw new Mistake(`${shown}: cannot be written: ${systemReason(error)}; ${outcome}`);
  }
  await journal.cleanUp().catch((error) => {
    throw new Mistake(
      `${place}: everything is written, but what was there before cannot be removed: ${systemReason(error)}; the next run removes it`,
    );
  });
}

async function replace(
  root: string,
  path: string,
  text: string | undefined,
  mode: number | undefined,
  journal: Journal,
) {
  const target = join(root, path);
  if (mode !== undefined) await rename(target, journal.oldName(path));
  if (text === undefined) return;
  // What the mask of this process took away when the file was made.
  if (mode !== undefined) await chmod(journal.newName(path), mode);
  await rename(journal.newName(path), target);
}

/** The modes of the files that are there; refuses what no file can take the place of, or should not. */
async function checkTargets(root: string, paths: readonly string[]): Promise<Map<string, number>> {
  const modes = new Map<string, number>();
  for (const path of paths) {
    const target = join(root, path);
    const shown = relative(process.cwd(), target);
    const existing = await stat(target).catch((error) => {
      if (error.code === "ENOENT") return undefined;
      throw new Mistake(`${shown}: cannot be written: ${systemReason(error)}; nothing was changed`);
    });
    if (!existing) continue;
    if (existing.isDirectory()) {
      throw new Mistake(`${shown}: a folder is there, so no file can be written; nothing was changed`);
    }
    if ((existing.mode & 0o222) === 0) {
      throw new Mistake(
        `${shown}: the file is read-only; allow writing (chmod u+w) and try again. Nothing was changed`,
      );
    }
    modes.set(path, existing.mode & 0o7777);
  }
  return modes;
}
