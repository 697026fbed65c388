import type ts from "typescript";
import { printType } from "./print-type.ts";

/** What the compiler says of a program. */
export interface TypeReport {
  problems: Problem[];
  /** The type of `data` where a call has succeeded, in full and with the parts folded that are the same for every call. */
  type?: { short: string; whole: string };
}

export interface Problem {
  message: string;
  /** Where it stands in the program, in characters. */
  start: number;
  length: number;
  /** From 1. */
  line: number;
}

/** Everything that the compiler reads besides the program. */
export interface Declarations {
  files: [path: string, text: string][];
  /** Where imports lead, by the file that they stand in. */
  resolutions: Record<string, Record<string, string>>;
}

export interface TypeChecker {
  check(code: string): TypeReport;
  /** The program without its types. */
  strip(code: string): string;
}

/** The compiler's settings, here and where the declarations are collected. */
export function compilerOptions(compiler: typeof ts): ts.CompilerOptions {
  return {
    target: compiler.ScriptTarget.ES2022,
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    strict: true,
    types: [],
    noEmit: true,
    skipLibCheck: true,
  };
}

/** Where the program stands, so that it finds the packages. */
export const programName = "/program.ts";

/** A compiler for one small program at a time. */
export function createTypeChecker(compiler: typeof ts, declarations: Declarations): TypeChecker {
  const files = new Map(declarations.files);
  const options: ts.CompilerOptions = { ...compilerOptions(compiler), noLib: true };
  const isLibrary = (name: string): boolean => name.startsWith("/lib/");
  const roots = [...[...files.keys()].filter(isLibrary), programName];
  const parsed = new Map<string, ts.SourceFile>();
  let code = "";

  const parse = (name: string): ts.SourceFile | undefined => {
    const text = name === programName ? code : files.get(name);
    if (text === undefined) return undefined;
    const made = parsed.get(name) ?? compiler.createSourceFile(name, text, compiler.ScriptTarget.ES2022);
    if (name !== programName) parsed.set(name, made);
    return made;
  };
  const host: ts.CompilerHost = {
    fileExists: (name) => name === programName || files.has(name),
    readFile: (name) => files.get(name),
    getSourceFile: parse,
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const path = declarations.resolutions[from]?.[text];
        if (path === undefined) return { resolvedModule: undefined };
        return {
          resolvedModule: { resolvedFileName: path, extension: compiler.Extension.Dts, isExternalLibraryImport: true },
        };
      }),
    getDefaultLibFileName: () => "/lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  let program: ts.Program | undefined;

  return {
    check(text) {
      code = text;
      program = compiler.createProgram({ rootNames: roots, options, host, ...(program && { oldProgram: program }) });
      const source = program.getSourceFile(programName) as ts.SourceFile;
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      const problems = found.map(({ messageText, start = 0, length = 0 }) => ({
        message: compiler.flattenDiagnosticMessageText(messageText, "\n"),
        start,
        length,
        line: source.getLineAndCharacterOfPosition(start).line + 1,
      }));
      const name = nameOf(compiler, source, "data");
      if (!name) return { problems };
      const checker = program.getTypeChecker();
      const given = checker.getTypeAtLocation(name);
      const present = checker.getNonNullableType(given);
      // An answer without a body has nothing but `undefined`.
      const type = present.flags & compiler.TypeFlags.Never ? given : present;
      const print = (folded: readonly string[]): string => printType(compiler, checker, type, name, folded);
      return { problems, type: { short: print(["links", "meta", "relationships"]), whole: print([]) } };
    },
    strip: (text) =>
      compiler.transpileModule(text, {
        compilerOptions: { target: compiler.ScriptTarget.ES2022, module: compiler.ModuleKind.ESNext },
      }).outputText,
  };
}

/** Where a program declares a name. */
function nameOf(compiler: typeof ts, source: ts.SourceFile, wanted: string): ts.Identifier | undefined {
  const search = (node: ts.Node): ts.Identifier | undefined => {
    const declares = compiler.isBindingElement(node) || compiler.isVariableDeclaration(node);
    if (declares && compiler.isIdentifier(node.name) && node.name.text === wanted) return node.name;
    return compiler.forEachChild(node, search);
  };
  return search(source);
}
