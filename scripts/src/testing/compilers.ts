import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProcess } from "../workspace/run-process.ts";
import { sharedCompileCache } from "./shared-compile-cache.ts";

const require = createRequire(import.meta.url);

/** The TypeScript versions whose users the generated types are for. */
export const compilers = {
  "5.9": "typescript",
  "6": "typescript-6",
  "7": "../../../node_modules/typescript",
} as const;

export type CompilerVersion = keyof typeof compilers;

/** Runs `tsc` of a version strictly over `files` (name -> text), and answers its complaints, empty if there are none. */
export async function compile(version: CompilerVersion, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "compile-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    module: "nodenext",
    types: [],
    skipLibCheck: false,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  const tsc = join(typescriptFolder(version), "bin", "tsc");
  const { code, output } = await runProcess(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    env: sharedCompileCache(),
  });
  return code === 0 ? "" : output.trim();
}

/** Where a TypeScript version is installed. */
export function typescriptFolder(version: CompilerVersion): string {
  return dirname(require.resolve(`${compilers[version]}/package.json`));
}
