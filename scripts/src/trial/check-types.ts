import { join } from "node:path";
import { runProcess } from "../workspace/run-process.ts";

/** A complaint of the compiler. */
export interface Diagnostic {
  /** Relative to the workspace. */
  file: string;
  line: number;
  message: string;
}

/** What the compiler says about the package in `folder` of the workspace at `root`. */
export async function checkTypes(root: string, folder: string, project = "."): Promise<Diagnostic[]> {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { output } = await runProcess(process.execPath, [tsc, "-p", project, "--pretty", "false"], {
    cwd: join(root, folder),
  });
  return readDiagnostics(output, (file) => join(folder, file));
}

/** The documentation's snippets have a test that compiles them and says of each complaint where it stands. */
export async function checkSnippets(root: string): Promise<Diagnostic[]> {
  const cwd = join(root, "packages", "examples");
  const vitest = join(cwd, "node_modules", "vitest", "vitest.mjs");
  const test = ["run", "test/docs.test.ts", "-t", "every TypeScript snippet"];
  const env = { ...process.env, NO_COLOR: "1" };
  // A test that fails says why on the other stream than one that passes.
  const { output } = await runProcess(process.execPath, [vitest, ...test], { cwd, env });
  // Complaints about the examples' own files are told by the check of their package.
  return readDiagnostics(output, (file) => file).filter(({ file }) => file.endsWith(".md"));
}

/** `src/a.ts(3,5): error TS2322: …`, or of a snippet `README.md:8(3,5): …`, whose lines count from its first one. */
function readDiagnostics(output: string, pathOf: (file: string) => string): Diagnostic[] {
  const pattern = /^[+\s]*"?(\S+?\.(?:[cm]?tsx?|md))(?::(\d+))?\((\d+),\d+\): error TS\d+: (.*)$/gm;
  const found = [...output.matchAll(pattern)].map(([, file = "", first = "0", line, message = ""]) => ({
    file: pathOf(file),
    line: Number(first) + Number(line),
    message,
  }));
  return [...new Map(found.map((each) => [`${each.file}:${each.line} ${each.message}`, each])).values()];
}
