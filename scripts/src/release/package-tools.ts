import { dirname, join } from "node:path";
import { type ProcessResult, runProcess } from "../workspace/run-process.ts";
import { entryPoints } from "./entry-points.ts";
import type { PackedPackage } from "./packed-package.ts";

/** Starts a command that a package of the workspace depends on, with the Node that runs us. */
async function runBin(folder: string, name: string, args: readonly string[], cwd = folder): Promise<ProcessResult> {
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  return runProcess(join(folder, "node_modules", ".bin", name), args, { cwd, env });
}

/** What publint has to say about a tarball. */
export async function publint(root: string, { tarball }: PackedPackage): Promise<string[]> {
  return problemsOf(await runBin(join(root, "scripts"), "publint", ["run", tarball, "--strict"]));
}

/** Whether TypeScript finds the types of every entry point, where ESM can be imported. */
export async function attw(root: string, packed: PackedPackage): Promise<string[]> {
  // attw does not expand patterns such as `./20*`.
  const entries = entryPoints(packed).map(({ subpath }) => subpath.replace(/^\.\//, ""));
  const args = [
    packed.tarball,
    "--profile",
    "esm-only",
    "--no-emoji",
    "--format",
    "ascii",
    "--entrypoints",
    ...entries,
  ];
  return problemsOf(await runBin(join(root, "scripts"), "attw", args));
}

/** Unused files, exports and dependencies of the workspace. */
export async function knip(root: string): Promise<string[]> {
  return problemsOf(await runBin(join(root, "scripts"), "knip", ["--no-progress"], root));
}

export interface Size {
  name: string;
  /** Brotli, in bytes. */
  size: number;
  /** Absent for what is measured to be compared. */
  sizeLimit?: number;
}

/** What imports of the client weigh in a bundle; the limits are in `packages/client/.size-limit.json`. */
export async function sizeLimit(root: string): Promise<Size[]> {
  const { stdout, output } = await runBin(join(root, "packages", "client"), "size-limit", ["--json"]);
  const sizes = stdout.startsWith("[") ? (JSON.parse(stdout) as Size[]) : [];
  if (sizes.length === 0) throw new Error(`size-limit measured nothing:\n${output}`);
  return sizes;
}

function problemsOf({ code, output }: ProcessResult): string[] {
  return code === 0 ? [] : [output.trim() || `exited with ${code} and said nothing`];
}
