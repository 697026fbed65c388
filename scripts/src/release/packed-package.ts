import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { runOrThrow } from "../workspace/run-process.ts";
import { pnpm } from "./pnpm.ts";
import type { Manifest, WorkspacePackage } from "./workspace-packages.ts";

/** A package as its users get it. */
export interface PackedPackage {
  name: string;
  tarball: string;
  /** Where it is unpacked. */
  folder: string;
  /** As published: without `workspace:` and `catalog:` ranges. */
  manifest: Manifest;
  /** Every file, relative to the folder, with `/`. */
  files: string[];
  bytes: { packed: number; unpacked: number };
}

/** Packs the packages as a release would, and hands them to `use` while they exist. */
export async function withPackedPackages<T>(
  packages: readonly WorkspacePackage[],
  use: (packed: PackedPackage[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "packed-"));
  try {
    const packed = packages.map(async (one) => {
      const tarball = join(folder, `${one.name.replace("/", "-")}.tgz`);
      await pnpm(["pack", "--out", tarball], { cwd: one.folder });
      return unpack(tarball, join(folder, one.name));
    });
    return await use(await Promise.all(packed));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Unpacks a tarball into a folder of its own. */
export async function unpack(tarball: string, folder: string): Promise<PackedPackage> {
  await mkdir(folder, { recursive: true });
  await runOrThrow("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"], { cwd: folder });
  const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const unpacked = sizes.reduce((sum, size) => sum + size, 0);
  const files = paths.map((path) => relative(folder, path).replaceAll("\\", "/")).sort();
  return {
    name: manifest.name,
    tarball,
    folder,
    manifest,
    files,
    bytes: { packed: (await stat(tarball)).size, unpacked },
  };
}
