import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type CompilerVersion, compileFolder } from "../../testing/compilers.ts";
import { workspaceRoot } from "../../workspace/workspace-root.ts";

/** A user's project that has installed `@org/client` as pnpm does it: what the client depends on is not in sight. */
export interface PnpmProject extends AsyncDisposable {
  readonly folder: string;
  /** What `tsc` of a version has to complain about; `options` are added to strict ones. */
  compile(version: CompilerVersion, files: string[], options?: object): Promise<string>;
}

/** Makes one of the built packages; `extra` are packages of the workspace that the user has installed, too. */
export async function pnpmProject(sources: Record<string, string>, extra: string[] = []): Promise<PnpmProject> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "pnpm-project-")));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const [name, text] of Object.entries(sources)) await writeFile(join(folder, name), text);
  for (const name of ["@org/client", ...extra]) {
    const places =
      name === "@org/client"
        ? ["packages/client"]
        : ["scripts", "packages/client"].map((one) => `${one}/node_modules/${name}`);
    const from = places.map((place) => join(workspaceRoot, place)).find((place) => existsSync(place));
    if (from === undefined) throw new Error(`nobody in the workspace has ${name}`);
    await link(await install(folder, name, from), join(folder, "node_modules", name));
  }
  return {
    folder,
    compile: (version, files, options) => compileFolder(version, folder, { ...strict, ...options }, files),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

const strict = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  module: "nodenext",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
};

/** Copies a package and, beside it, links to what it depends on, into a folder that only links lead to. */
async function install(project: string, name: string, from: string): Promise<string> {
  const modules = join(project, "node_modules/.pnpm", name.replace("/", "+"), "node_modules");
  const folder = join(modules, name);
  const source = await realpath(from);
  await mkdir(folder, { recursive: true });
  await cp(source, folder, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|src|bench|runtimes)$/.test(path.slice(source.length)),
  });
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies)) {
    // beside the package in a store, or below one of the workspace
    const near = join(source, "node_modules", dependency);
    const found = await realpath(near).catch(() => realpath(join(source, name.replace(/[^/]+/g, ".."), dependency)));
    await link(await install(project, dependency, found), join(modules, dependency));
  }
  return folder;
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "junction");
}
