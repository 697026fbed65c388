import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Mistake } from "../files/mistake.ts";

const source = /\.[cm]?[jt]sx?$/;
/** What may name our packages and is not parsed. */
const other = /\.(?:vue|svelte|astro|mdx?|html|jsonc?|json5|ya?ml)$/;
const left = new Set(["node_modules", "dist"]);

export interface FoundFiles {
  /** Those that are parsed. */
  sources: string[];
  /** Those that are only searched. */
  others: string[];
}

/**
 * The files at the paths that the user named, each a folder or a file; not what is installed, built or hidden. Links are
 * not followed: what they lead to may be outside.
 */
export async function listSourceFiles(root: string, paths: readonly string[]): Promise<FoundFiles> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const entry = await stat(resolve(root, path)).catch(() => undefined);
    if (!entry) throw new Mistake(`${path}: there is no such file or folder; name the ones with your sources`);
    const files = entry.isDirectory() ? await walk(root, path) : [path];
    for (const file of files) found.set(resolve(root, file), file.replaceAll("\\", "/"));
  }
  const files = [...found.values()].sort();
  return { sources: files.filter((file) => source.test(file)), others: files.filter((file) => other.test(file)) };
}

async function walk(root: string, path: string): Promise<string[]> {
  const entries = await readdir(resolve(root, path), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const name = join(path, entry.name);
    if (entry.isDirectory()) return left.has(entry.name) || entry.name.startsWith(".") ? [] : walk(root, name);
    return entry.isFile() ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}
