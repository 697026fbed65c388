import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { writeFiles } from "../workspace/write-files.ts";
import { finishChangelog, type ReleasedPackage } from "./finish-changelog.ts";
import { workspacePackages } from "./workspace-packages.ts";

/** Completes the changelogs of all packages; see {@link finishChangelog}. Answers the files that changed. */
export async function finishChangelogs(root: string): Promise<string[]> {
  const packages = await Promise.all(
    (await workspacePackages(root)).map(async ({ name, folder, manifest }) => {
      const file = join(folder, "CHANGELOG.md");
      const changelog = await readFile(file, "utf8").catch(() => "");
      const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
      return { file, name, version: manifest.version, dependencies, changelog } satisfies ReleasedPackage & {
        file: string;
      };
    }),
  );
  const codemod = packages.find(({ name }) => name.endsWith("/codemod"))?.name ?? "";
  const changed = packages.flatMap((one): [string, string][] => {
    const text = finishChangelog(one, packages, codemod);
    return text === one.changelog ? [] : [[relative(root, one.file), text]];
  });
  await writeFiles(root, new Map(changed));
  return changed.map(([path]) => path);
}
