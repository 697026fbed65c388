import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What the release flow reads of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  homepage?: string;
  repository?: { url: string } | undefined;
  bugs?: { url: string } | undefined;
  keywords?: string[];
  bin?: string | Record<string, string>;
  /** For bundlers: the file that takes another's place in a browser. */
  browser?: Record<string, string>;
  exports?: Record<string, string | Record<string, string>>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface WorkspacePackage {
  name: string;
  /** Absolute. */
  folder: string;
  manifest: Manifest;
}

/** The packages that get published, those first that the others depend on. */
export async function workspacePackages(root: string): Promise<WorkspacePackage[]> {
  const manifests = (await Array.fromAsync(glob("packages/*/package.json", { cwd: root }))).sort();
  const packages: WorkspacePackage[] = [];
  for (const path of manifests) {
    const manifest: Manifest = JSON.parse(await readFile(join(root, path), "utf8"));
    if (!manifest.private) packages.push({ name: manifest.name, folder: join(root, dirname(path)), manifest });
  }
  return inDependencyOrder(packages);
}

function inDependencyOrder(packages: readonly WorkspacePackage[]): WorkspacePackage[] {
  const ordered = new Set<WorkspacePackage>();
  const add = (one: WorkspacePackage) => {
    for (const name of Object.keys({ ...one.manifest.dependencies, ...one.manifest.peerDependencies })) {
      const dependency = packages.find((other) => other.name === name);
      if (dependency && !ordered.has(dependency)) add(dependency);
    }
    ordered.add(one);
  };
  packages.forEach(add);
  return [...ordered];
}
