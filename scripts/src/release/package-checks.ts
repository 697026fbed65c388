import { glob } from "node:fs/promises";
import { apiReportProblems } from "./api-reports.ts";
import { entryPoints, missingTargets } from "./entry-points.ts";
import { importCycles } from "./import-cycles.ts";
import { attw, knip, publint, sizeLimit } from "./package-tools.ts";
import { importProblems } from "./packed-imports.ts";
import type { PackedPackage } from "./packed-package.ts";
import { sideEffectProblems } from "./side-effects.ts";
import { sizeProblems } from "./size-problems.ts";
import { staleFileProblems } from "./stale-files.ts";
import { contentProblems } from "./tarball-contents.ts";
import type { WorkspacePackage } from "./workspace-packages.ts";

export interface PackageCheck {
  name: string;
  /** Problems, a message each. */
  run: () => Promise<string[]>;
}

/** Everything that has to hold for packages before they are published. */
export function packageChecks(
  root: string,
  packages: readonly WorkspacePackage[],
  packed: readonly PackedPackage[],
): PackageCheck[] {
  const each = async (check: (one: PackedPackage) => string[] | Promise<string[]>) =>
    (await Promise.all(packed.map(check))).flat();
  const folderOf = (name: string) => packages.find((one) => one.name === name)?.folder ?? root;
  return [
    { name: "tarballs hold what they should", run: () => each(contentProblems) },
    { name: "every built file has its source", run: () => each((one) => staleFileProblems(one, folderOf(one.name))) },
    { name: "every subpath leads to a file", run: () => each(missingTargets) },
    { name: "every subpath can be imported", run: () => each((one) => unimportable(one, folderOf(one.name))) },
    { name: "imports stay within what is shipped", run: () => each(importProblems) },
    { name: "publint", run: () => each((one) => publint(root, one)) },
    { name: "are the types wrong", run: () => each((one) => attw(root, one)) },
    { name: "sideEffects: false is true", run: () => each((one) => sideEffectProblems(one, folderOf(one.name))) },
    { name: "size of imports", run: () => weightProblems(root) },
    { name: "no circular imports", run: () => cycleProblems(root) },
    { name: "nothing unused", run: () => knip(root) },
    { name: "API reports", run: () => apiReportProblems(root) },
  ];
}

async function unimportable(packed: PackedPackage, folder: string): Promise<string[]> {
  const problems = entryPoints(packed).map(async ({ specifier, targets }) => {
    if (!targets.default?.endsWith(".js")) return [];
    const url = new URL(targets.default, `file://${folder}/`).href;
    return import(url).then(
      () => [],
      (error: unknown) => [`${specifier}: ${error}`],
    );
  });
  return (await Promise.all(problems)).flat();
}

async function weightProblems(root: string): Promise<string[]> {
  const { operations } = await import(`file://${root}/packages/client/dist/index.js`);
  const methods: object[] = Object.values(operations.paths);
  return sizeProblems(await sizeLimit(root), methods.flatMap(Object.keys).length);
}

async function cycleProblems(root: string): Promise<string[]> {
  const files = await Array.fromAsync(glob(["packages/*/src/**/*.ts", "scripts/src/**/*.ts"], { cwd: root }));
  return (await importCycles(root, files.sort())).map((cycle) => `${[...cycle, cycle[0]].join(" -> ")}`);
}
