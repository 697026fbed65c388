import { resolve } from "node:path";
import { createTwoslasher, type TwoslashReturn } from "twoslash";
import ts from "typescript";

const docs = resolve(import.meta.dirname, "../..");

/** One for all blocks, because what costs is to read the declaration files. */
const twoslasher = createTwoslasher({
  vfsRoot: docs,
  compilerOptions: {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
  },
});

/**
 * Compiles a block of a document, and tells the type of each name in it.
 *
 * @throws {Error} when it does not compile, or compiles although its `// @errors` says that it does not
 */
export function checkCode(code: string): TwoslashReturn {
  const checked = twoslasher(code, "ts");
  const found = new Set(checked.errors.map((error) => error.code));
  const missing = checked.meta.handbookOptions.errors.filter((expected) => !found.has(expected));
  if (missing.length) throw new Error(`The block compiles without the error that it announces: ${missing.join(", ")}.`);
  return checked;
}
