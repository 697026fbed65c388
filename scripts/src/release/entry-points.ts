import type { PackedPackage } from "./packed-package.ts";

/** A subpath that users can import, with the file that each condition leads to. */
export interface EntryPoint {
  /** What users write: `@org/client/2023-12-15`. */
  specifier: string;
  /** `.` or `./2023-12-15`, as in `exports`. */
  subpath: string;
  targets: Record<string, string>;
}

/** Every subpath of `exports`, a pattern such as `./20*` expanded to the files that are there. */
export function entryPoints({
  name,
  manifest,
  files,
}: Pick<PackedPackage, "name" | "manifest" | "files">): EntryPoint[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, value]) => {
    const targets = typeof value === "string" ? { default: value } : value;
    const stars = subpath.includes("*") ? expansions(targets, files) : [""];
    return stars.map((star) => {
      const expanded = subpath.replace("*", star);
      return {
        specifier: `${name}${expanded.slice(1)}`,
        subpath: expanded,
        targets: Object.fromEntries(Object.entries(targets).map(([key, target]) => [key, target.replace("*", star)])),
      };
    });
  });
}

function expansions(targets: Record<string, string>, files: readonly string[]): string[] {
  const found = Object.values(targets).flatMap((target) => {
    const [before = "", after] = target.replace(/^\.\//, "").split("*");
    if (after === undefined) return [];
    return files
      .filter((file) => file.startsWith(before) && file.endsWith(after) && file.length >= before.length + after.length)
      .map((file) => file.slice(before.length, file.length - after.length));
  });
  return [...new Set(found)].sort();
}

/** Subpaths that lead to no file. */
export function missingTargets(packed: Pick<PackedPackage, "name" | "manifest" | "files">): string[] {
  const entries = entryPoints(packed);
  const problems = entries.flatMap(({ specifier, targets }) =>
    Object.entries(targets)
      .filter(([, target]) => !packed.files.includes(target.replace(/^\.\//, "")))
      .map(([condition, target]) => `${specifier}: "${condition}" is ${target}, which is not in the tarball`),
  );
  for (const subpath of Object.keys(packed.manifest.exports ?? {})) {
    if (!subpath.includes("*")) continue;
    const before = subpath.split("*")[0] ?? "";
    if (!entries.some((entry) => entry.subpath.startsWith(before))) {
      problems.push(`${packed.name}: no file matches "${subpath}" of its exports`);
    }
  }
  const { bin = {}, browser = {} } = packed.manifest;
  const others = Object.entries({ ...(typeof bin === "string" ? { bin } : bin), ...browser });
  for (const [name, target] of others) {
    if (!packed.files.includes(target.replace(/^\.\//, ""))) {
      problems.push(`${packed.name}: "${name}" is ${target}, which is not in the tarball`);
    }
  }
  return problems;
}
