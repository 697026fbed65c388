import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { Mistake } from "../files/mistake.ts";

const source = /\.[cm]?[jt]sx?$/;
/** What may name our packages or the API's paths and is not parsed. */
const other = /\.(?:vue|svelte|astro|mdx?|html|jsonc?|json5|ya?ml|snap|sh|http)$/;
const left = new Set(["node_modules", "dist"]);

export interface FoundFiles {
  /** Those that are parsed. */
  sources: string[];
  /** Those that are only searched. */
  others: string[];
  /** Symbolic links to sources and folders that are in none of the paths, so that nothing changes them. */
  links: string[];
}

/**
 * The files at the paths that the user named, each a folder or a file; not what is installed, built or hidden. Links are
 * not followed: what they lead to may be outside.
 */
export async function listSourceFiles(root: string, paths: readonly string[]): Promise<FoundFiles> {
  const found = new Map<string, string>();
  const links: string[] = [];
  for (const path of paths) {
    const entry = await stat(resolve(root, path)).catch(() => undefined);
    if (!entry) throw new Mistake(`${path}: there is no such file or folder; name the ones with your sources`);
    const files = entry.isDirectory() ? await walk(root, path, links) : [path];
    for (const file of files) found.set(resolve(root, file), file.replaceAll("\\", "/"));
  }
  const files = [...found.values()].sort();
  const outside = await linksOutside(root, paths, links);
  return {
    sources: files.filter((file) => source.test(file)),
    // To search what a link leads to does no harm.
    others: [...files.filter((file) => other.test(file)), ...outside.others],
    links: outside.links,
  };
}

async function linksOutside(
  root: string,
  paths: readonly string[],
  links: readonly string[],
): Promise<Pick<FoundFiles, "others" | "links">> {
  const inside = await Promise.all(paths.map((path) => realpath(resolve(root, path))));
  const outside: Pick<FoundFiles, "others" | "links"> = { others: [], links: [] };
  for (const link of [...links].sort()) {
    // A link that leads nowhere leaves nothing out.
    const target = await realpath(resolve(root, link)).catch(() => undefined);
    if (target === undefined || inside.some((path) => target === path || target.startsWith(path + sep))) continue;
    if (source.test(target) || (await stat(target)).isDirectory()) outside.links.push(link);
    else if (other.test(target)) outside.others.push(link);
  }
  return outside;
}

async function walk(root: string, path: string, links: string[]): Promise<string[]> {
  const entries = await readdir(resolve(root, path), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const name = join(path, entry.name);
    if (entry.isDirectory()) return left.has(entry.name) || entry.name.startsWith(".") ? [] : walk(root, name, links);
    if (entry.isSymbolicLink() && !left.has(entry.name) && !entry.name.startsWith(".")) links.push(name);
    return entry.isFile() ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}
