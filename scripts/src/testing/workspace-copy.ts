import { cp, mkdir, mkdtemp, readdir, readFile, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ProcessResult, runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { sharedCompileCache } from "./shared-compile-cache.ts";

/** A throw-away copy of what the pipeline reads and writes, so that its commands can be run for real. */
export async function copyWorkspace(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "workspace-"));
  await cp(join(workspaceRoot, "openapi"), join(root, "openapi"), { recursive: true });
  await cp(join(workspaceRoot, "scripts", "src"), join(root, "scripts", "src"), { recursive: true });
  await cp(join(workspaceRoot, "scripts", "package.json"), join(root, "scripts", "package.json"));
  await symlink(join(workspaceRoot, "scripts", "node_modules"), join(root, "scripts", "node_modules"));
  await cp(join(workspaceRoot, "README.md"), join(root, "README.md"));
  // The writer of the pipeline is the codemod's.
  const writer = join("packages", "codemod", "src", "files");
  await cp(join(workspaceRoot, writer), join(root, writer), { recursive: true });
  for (const name of ["types", "client", "mock", "codemod"]) {
    const generated = join("packages", name, "src", "generated");
    await mkdir(join(root, generated), { recursive: true });
    await cp(join(workspaceRoot, generated), join(root, generated), { recursive: true });
    const manifest = join("packages", name, "package.json");
    await cp(join(workspaceRoot, manifest), join(root, manifest));
  }
  return root;
}

/** Runs a command of the pipeline in such a copy. */
export async function run(root: string, command: string, ...args: string[]): Promise<ProcessResult> {
  const script = join(root, "scripts", "src", "cli", `${command}.ts`);
  return runProcess(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...sharedCompileCache(), INIT_CWD: root },
  });
}

/** Every file below `folder` with its text, to show that nothing changed. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.sort().map(async (file) => [file, await readFile(file, "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}
