import { cp, mkdir, mkdtemp, readdir, readFile, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { vi } from "vitest";
import { answerCommand, type Command } from "../cli/run-command.ts";
import { selectionConfig } from "../generate/selection-config.ts";
import { type ProcessResult, runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { sharedCompileCache } from "./shared-compile-cache.ts";

export interface CopyOptions {
  /** With the pipeline itself, for commands that run in the copy as processes. @default false */
  scripts?: boolean;
}

/** A throw-away copy of what the pipeline reads and writes, so that its commands can be run for real. */
export async function copyWorkspace({ scripts = false }: CopyOptions = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "workspace-"));
  await cp(join(workspaceRoot, "openapi"), join(root, "openapi"), { recursive: true });
  for (const name of ["README.md", selectionConfig]) await cp(join(workspaceRoot, name), join(root, name));
  for (const name of ["types", "client", "mock", "codemod"]) {
    const generated = join("packages", name, "src", "generated");
    await mkdir(join(root, generated), { recursive: true });
    await cp(join(workspaceRoot, generated), join(root, generated), { recursive: true });
    const manifest = join("packages", name, "package.json");
    await cp(join(workspaceRoot, manifest), join(root, manifest));
  }
  if (scripts) await copyScripts(root);
  return root;
}

async function copyScripts(root: string): Promise<void> {
  await cp(join(workspaceRoot, "scripts", "src"), join(root, "scripts", "src"), { recursive: true });
  await cp(join(workspaceRoot, "scripts", "package.json"), join(root, "scripts", "package.json"));
  await symlink(join(workspaceRoot, "scripts", "node_modules"), join(root, "scripts", "node_modules"));
  // The writer of the pipeline is the codemod's.
  const writer = join("packages", "codemod", "src", "files");
  await cp(join(workspaceRoot, writer), join(root, writer), { recursive: true });
}

/**
 * Runs a command of the pipeline for the workspace at `root`, by somebody who stands there: in this process, because one of
 * its own takes longer to start than most commands take. {@link runAsProcess} is the whole of it.
 */
export async function run(root: string, name: string, ...args: string[]): Promise<ProcessResult> {
  const { command } = (await import(`../cli/${name}.ts`)) as { command: Command };
  const said = { stdout: "", stderr: "", output: "" };
  const listen = (stream: "stdout" | "stderr", ...words: unknown[]) => {
    said[stream] += `${format(...words)}\n`;
    said.output += `${format(...words)}\n`;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((...words) => listen("stdout", ...words)),
    vi.spyOn(console, "warn").mockImplementation((...words) => listen("stderr", ...words)),
    vi.spyOn(console, "error").mockImplementation((...words) => listen("stderr", ...words)),
  ];
  const folder = process.cwd();
  try {
    vi.stubEnv("INIT_CWD", root);
    process.chdir(root);
    return { code: await answerCommand(command, root, args), ...said };
  } finally {
    process.chdir(folder);
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs a command of a copy with scripts as a user does. */
export async function runAsProcess(root: string, name: string, ...args: string[]): Promise<ProcessResult> {
  return runProcess(process.execPath, [join(root, "scripts", "src", "cli", `${name}.ts`), ...args], {
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
