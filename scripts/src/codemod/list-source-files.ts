import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { SpecError } from "../document/spec-error.ts";

const extension = /\.[cm]?[jt]sx?$/;
const declaration = /\.d\.([\w-]+\.)?[cm]?ts$/;
const left = new Set(["node_modules", "dist"]);

/** Says what is wrong with a folder that the user named. */
export async function checkFolder(folder: string, shown: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw new SpecError(`${shown}: there is no such folder; name the one with your sources`);
  if (!found.isDirectory()) throw new SpecError(`${shown}: expected a folder, this is a file`);
}

/**
 * The sources below a folder, as paths relative to it, with slashes; not what is installed, built or hidden. Links are
 * not followed: what they lead to may be outside.
 */
export async function listSourceFiles(folder: string): Promise<string[]> {
  return (await walk(folder, "")).sort();
}

async function walk(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const name = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return left.has(entry.name) || entry.name.startsWith(".") ? [] : walk(folder, name);
    return entry.isFile() && extension.test(name) && !declaration.test(name) ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}
