import { join } from "node:path";
import { SpecError } from "../document/spec-error.ts";
import { type ProcessResult, runProcess } from "../workspace/run-process.ts";

/** A complaint of the compiler. */
export interface Diagnostic {
  /** Relative to the workspace. */
  file: string;
  line: number;
  message: string;
  /** What the compiler says besides, from the whole down to the part that does not fit. */
  reasons?: string;
}

/** What the compiler says about the package in `folder` of the workspace at `root`. */
export async function checkTypes(root: string, folder: string, project = "."): Promise<Diagnostic[]> {
  return compile(root, folder, join(root, "node_modules", "typescript", "bin", "tsc"), project);
}

/** The site has components, which the compiler alone cannot read. */
export async function checkComponents(root: string, folder: string): Promise<Diagnostic[]> {
  return compile(root, folder, join(root, folder, "node_modules", "vue-tsc", "bin", "vue-tsc.js"), ".");
}

async function compile(root: string, folder: string, compiler: string, project: string): Promise<Diagnostic[]> {
  const result = await runProcess(process.execPath, [compiler, "-p", project, "--pretty", "false"], {
    cwd: join(root, folder),
  });
  const found = readDiagnostics(result.output, (file) => join(folder, file));
  refuseSilence(`the compiler in ${folder}`, result, found);
  return found;
}

/** The documentation's snippets have a test that compiles them and says of each complaint where it stands. */
export async function checkSnippets(root: string): Promise<Diagnostic[]> {
  const cwd = join(root, "packages", "examples");
  const vitest = join(cwd, "node_modules", "vitest", "vitest.mjs");
  const test = ["run", "test/docs.test.ts", "-t", "every TypeScript snippet"];
  const env = { ...process.env, NO_COLOR: "1" };
  // A test that fails says why on the other stream than one that passes.
  const result = await runProcess(process.execPath, [vitest, ...test], { cwd, env });
  const found = readDiagnostics(result.output, (file) => file);
  refuseSilence("the test of the documentation's snippets", result, found);
  // Complaints about the examples' own files are told by the check of their package.
  return found.filter(({ file }) => file.endsWith(".md"));
}

/** A check that failed without a complaint did not run to its end, and must not pass for one that found nothing. */
export function refuseSilence(check: string, { code, output }: ProcessResult, found: readonly Diagnostic[]): void {
  if (code === 0 || found.length > 0) return;
  const end = output.trim().split("\n").slice(-20).join("\n");
  throw new SpecError(`${check} exited with ${code} and no complaint, so what no longer compiles is unknown:\n${end}`);
}

/** `src/a.ts(3,5): error TS2322: …`, or of a snippet `README.md:8(3,5): …`, whose lines count from its first one. */
function readDiagnostics(output: string, pathOf: (file: string) => string): Diagnostic[] {
  const pattern =
    /^[+\s]*"?(\S+?\.(?:[cm]?tsx?|vue|md))(?::(\d+))?\((\d+),\d+\): error TS\d+: (.*)((?:\n[+\s]* {2}\S.*)*)$/gm;
  const found = [...output.matchAll(pattern)].map(([, file = "", first = "0", line, message = "", reasons]) => ({
    file: pathOf(file),
    line: Number(first) + Number(line),
    message,
    ...(reasons && { reasons }),
  }));
  return [...new Map(found.map((each) => [`${each.file}:${each.line} ${each.message}`, each])).values()];
}
