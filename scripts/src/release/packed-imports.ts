import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { moduleSpecifiers } from "../../../packages/codemod/src/syntax/module-specifiers.ts";
import type { PackedPackage } from "./packed-package.ts";

/** Imports that work in the workspace and not at the user's: of a file that is not shipped, of a package not declared. */
export async function importProblems(packed: PackedPackage): Promise<string[]> {
  const problems: string[] = [];
  for (const file of packed.files.filter((name) => /\.(?:js|d\.ts)$/.test(name))) {
    const specifiers = moduleSpecifiers(file, await readFile(join(packed.folder, file), "utf8"));
    for (const specifier of specifiers) {
      const problem = specifier.startsWith(".")
        ? relativeProblem(packed.files, file, specifier)
        : packageProblem(packed, specifier);
      if (problem) problems.push(`${packed.name}: ${file} imports "${specifier}", ${problem}`);
    }
  }
  return problems;
}

function relativeProblem(files: readonly string[], file: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(file), specifier);
  // A declaration file names the source, as tsc leaves it: `./client.ts` is `./client.d.ts` for every TypeScript from 5.0 on.
  const shipped = file.endsWith(".d.ts") ? target.replace(/(?<!\.d)\.(?:ts|js)$/, ".d.ts") : target;
  return files.includes(shipped) ? undefined : `but ${shipped} is not in the tarball`;
}

function packageProblem({ name, manifest }: PackedPackage, specifier: string): string | undefined {
  if (specifier.startsWith("node:")) return undefined;
  if (builtinModules.includes(specifier)) return "which needs `node:` in front";
  const wanted = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  return wanted === name || wanted in declared ? undefined : `but ${wanted} is not a dependency of it`;
}
