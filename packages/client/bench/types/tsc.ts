import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Subject } from "./subject.ts";

const here = import.meta.dirname;
const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  module: "nodenext",
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
};

/** What compiling a subject took. */
export interface Compilation {
  instantiations: number;
  /** Milliseconds of the whole process. */
  took: number;
}

/** Compiles with TypeScript 5.9; throws what the compiler complains about. */
export async function tsc({ file, paths = {} }: Subject): Promise<Compilation> {
  const folder = await mkdtemp(join(tmpdir(), "bench-types-"));
  try {
    const project = { compilerOptions: { ...compilerOptions, paths }, files: [join(here, file)] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
    const args = [join(here, "../node_modules/typescript-5.9/bin/tsc"), "-p", folder, "--extendedDiagnostics"];
    const began = performance.now();
    const stdout = await run(args);
    const took = performance.now() - began;
    return { instantiations: Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]), took };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function run(args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, args)).stdout;
  } catch (error) {
    // tsc complains on stdout
    throw new Error((error as { stdout?: string }).stdout || String(error));
  }
}
