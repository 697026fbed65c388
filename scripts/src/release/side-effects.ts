import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entryPoints } from "./entry-points.ts";
import { modulesOfOneImport } from "./modules-of-one-import.ts";
import type { PackedPackage } from "./packed-package.ts";

/**
 * Whether `sideEffects: false` is true in fact: a bundler that does not believe it finds nothing to keep when an entry
 * is imported and nothing of it used, so that one import brings only the modules that it needs; and whether no import
 * of one revision brings the code of another.
 *
 * @param folder where the package's dependencies can be resolved from, with the same files as the tarball
 */
export async function sideEffectProblems(packed: PackedPackage, folder: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { specifier, targets } of entryPoints(packed)) {
    const target = targets.default ?? "";
    if (!target.endsWith(".js")) continue;
    const entry = join(folder, target);
    const show = (paths: readonly string[]) => paths.map((path) => path.split("/dist/").at(-1)).join(", ");
    const alone = await modulesOfOneImport({ entry });
    if (alone.length > 0) problems.push(`import "${specifier}" runs code of ${show(alone)}, whatever is used of it`);
    for (const name of Object.keys(await import(pathToFileURL(entry).href))) {
      const revisions = (await modulesOfOneImport({ entry, name })).filter((path) =>
        /\/generated\/20[^/]*\.js$/.test(path),
      );
      if (revisions.length > 1) problems.push(`import { ${name} } from "${specifier}" holds ${show(revisions)}`);
    }
  }
  return problems;
}
