import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { isAlive } from "../workspace/write-files.ts";

/** What is made from the rest, or belongs to the one clone. */
const left = new Set(["node_modules", "dist", ".git", ".turbo", ".docs", ".stryker-tmp"]);

/**
 * A throw-away copy of the workspace, in which its packages find one another and nothing outside, while what they have
 * from npm is that of the workspace. Answers the folder.
 */
export async function trialCopy(root: string): Promise<string> {
  await removeLeftCopies();
  const copy = await realpath(await mkdtemp(join(tmpdir(), `trial-of-${process.pid}-`)));
  try {
    await fill(copy, root);
  } catch (error) {
    // Half a copy would go on filling a disk that is full.
    await rm(copy, { recursive: true, force: true });
    throw error;
  }
  return copy;
}

async function fill(copy: string, root: string): Promise<void> {
  await cp(root, copy, { recursive: true, filter: (path) => path === root || !left.has(basename(path)) });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  for (const folder of [...(await packageFolders(root)), "docs"]) await linkModules(root, copy, folder);
}

/** Removes what processes have left that were killed in a trial. */
async function removeLeftCopies(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^trial-of-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

/** The folders of the packages that a workspace consists of, relative to it. */
export async function packageFolders(root: string): Promise<string[]> {
  const names = await readdir(join(root, "packages"));
  return ["scripts", ...names.map((name) => join("packages", name))];
}

async function linkModules(root: string, copy: string, folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  const names = await readdir(join(root, modules)).catch(() => []);
  for (const name of names.filter((each) => !each.startsWith("."))) {
    const scoped = name.startsWith("@") ? (await readdir(join(root, modules, name))).map((own) => join(name, own)) : [];
    for (const dependency of name.startsWith("@") ? scoped : [name]) {
      const target = await realpath(join(root, modules, dependency));
      const inside = relative(await realpath(root), target);
      const isOurs = /^(packages|scripts)\b/.test(inside) && !inside.includes("node_modules");
      await mkdir(dirname(join(copy, modules, dependency)), { recursive: true });
      await symlink(isOurs ? join(copy, inside) : target, join(copy, modules, dependency));
    }
  }
}
