import { access } from "node:fs/promises";
import { join } from "node:path";
import type { PackedPackage } from "./packed-package.ts";

/** Built files whose source is gone; a build writes over what is there and removes nothing. */
export async function staleFileProblems({ name, files }: PackedPackage, folder: string): Promise<string[]> {
  const problems = files.map(async (file) => {
    const [, module] = /^dist\/(.+?)(?:\.d)?\.[jt]s$/.exec(file) ?? [];
    if (!module) return [];
    return access(join(folder, "src", `${module}.ts`)).then(
      () => [],
      () => [`${name}: ${file} has no source any more; remove ${join(folder, "dist")} and run \`pnpm build --force\``],
    );
  });
  return (await Promise.all(problems)).flat();
}
