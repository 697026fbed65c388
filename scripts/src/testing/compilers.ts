import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type TypeScript from "typescript";
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

/** Compiles `files` (name -> text) strictly, and answers the complaints, empty if there are none. */
export async function compile(
  version: CompilerVersion,
  files: Readonly<Record<string, string>>,
  more: object = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "compile-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  // Without the DOM, which generated types have nothing to do with and which takes longer to check than they do.
  const options = { strict: true, noEmit: true, target: "es2022", lib: ["es2022"], module: "nodenext", types: [] };
  return compileFolder(version, folder, { ...options, ...more }, Object.keys(files));
}

/** Compiles files of a folder with options as they stand in a `tsconfig.json`, and answers the complaints. */
export async function compileFolder(
  version: CompilerVersion,
  folder: string,
  compilerOptions: object,
  files: readonly string[],
): Promise<string> {
  if (version !== "7") return compileInProcess(version, folder, compilerOptions, files);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const tsc = join(typescriptFolder(version), "bin", "tsc");
  const { code, output } = await runProcess(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
    cwd: folder,
    env: sharedCompileCache(),
  });
  return code === 0 ? "" : output.trim() || `tsc ended with ${code}`;
}

/** What TypeScript 7 has no API for: compiling here, so that compiler and standard library are read once. */
function compileInProcess(
  version: CompilerVersion,
  folder: string,
  compilerOptions: object,
  files: readonly string[],
): string {
  const ts: typeof TypeScript = require(compilers[version]);
  const { options, errors } = ts.convertCompilerOptionsFromJson(compilerOptions, folder);
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile;
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (name, settings, ...rest) => {
    if (!name.startsWith(typescriptFolder(version))) return readFile(name, settings, ...rest);
    const library = libraries.get(name) ?? readFile(name, settings, ...rest);
    if (library) libraries.set(name, library);
    return library;
  };
  const program = ts.createProgram({ rootNames: files.map((name) => join(folder, name)), options, host });
  const { diagnostics } = program.emit();
  const complaints = [...errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics];
  return ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(complaints), host).trim();
}

const libraries = new Map<string, TypeScript.SourceFile>();

/** Where a TypeScript version is installed. */
export function typescriptFolder(version: CompilerVersion): string {
  return dirname(require.resolve(`${compilers[version]}/package.json`));
}
