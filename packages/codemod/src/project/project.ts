import { resolve } from "node:path";
import ts from "typescript";
import { parseSource } from "../syntax/parse-source.ts";
import { moduleResolver } from "./module-resolver.ts";
import { stubName, stubText } from "./stub.ts";

/** The sources that are migrated together, with what TypeScript knows about the names in them. */
export interface Project {
  /** By path, as the user named it. */
  trees: ReadonlyMap<string, ts.SourceFile>;
  checker: ts.TypeChecker;
  /** The path of the source that a module specifier in another one leads to. */
  resolve(path: string, specifier: string): string | undefined;
  /** The first thing in a source that is not TypeScript or JavaScript: its positions mean nothing then. */
  syntaxError(tree: ts.SourceFile): { position: number; message: string } | undefined;
}

/**
 * Reads sources as one program, so that a constant or a type is followed through imports, re-exports and `require`. No
 * library and none of what is installed is read: the names are all that is asked about.
 */
export function openProject(
  root: string,
  texts: ReadonlyMap<string, string>,
  isOurs: (name: string) => boolean,
): Project {
  const absolute = (path: string) => resolve(root, path).replaceAll("\\", "/");
  const paths = new Map([...texts.keys()].map((path) => [absolute(path), path]));
  const trees = new Map([...texts].map(([path, text]) => [path, parseSource(absolute(path), text)]));
  const resolveModule = moduleResolver(paths);
  const stub = parseSource(stubName, stubText);
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === stubName ? stub : trees.get(paths.get(name) ?? "")),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: moduleAt(isOurs(text) ? stubName : resolveModule(from, text)) })),
    fileExists: (name) => paths.has(name),
    readFile: (name) => texts.get(paths.get(name) ?? ""),
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => absolute("."),
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
  const options: ts.CompilerOptions = {
    allowJs: true,
    jsx: ts.JsxEmit.Preserve,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
    types: [],
    target: ts.ScriptTarget.Latest,
  };
  const program = ts.createProgram({ rootNames: [...paths.keys(), stubName], options, host });
  return {
    trees,
    checker: program.getTypeChecker(),
    resolve: (path, specifier) => paths.get(resolveModule(absolute(path), specifier) ?? ""),
    syntaxError: (tree) => {
      const [first] = program.getSyntacticDiagnostics(tree);
      return first && { position: first.start, message: ts.flattenDiagnosticMessageText(first.messageText, " ") };
    },
  };
}

function moduleAt(name: string | undefined): ts.ResolvedModuleFull | undefined {
  if (name === undefined) return undefined;
  const [extension = ".ts"] = /(?:\.d)?\.[cm]?[jt]sx?$/.exec(name) ?? [];
  return { resolvedFileName: name, extension, isExternalLibraryImport: false };
}
