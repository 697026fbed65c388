import ts from "typescript";

/** Just enough of the standard library for generated types: the real one takes longer to read than a whole API. */
const library = `
interface Array<T> { readonly length: number; [index: number]: T; indexOf(item: T): number }
interface ReadonlyArray<T> { readonly length: number; readonly [index: number]: T }
interface Boolean {} interface Function {} interface CallableFunction {} interface NewableFunction {}
interface IArguments {} interface Number {} interface Object {} interface RegExp {}
interface String { readonly length: number; charAt(index: number): string }
interface Date { getTime(): number }
type Record<K extends keyof any, T> = { [P in K]: T };
type NonNullable<T> = T & {};
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
`;

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  noLib: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
};

/** Comments are half of the text, and nobody asks for them. */
const settings = {
  languageVersion: ts.ScriptTarget.ES2022,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

/** A program of texts by file name, `/old.ts`, that exists in memory only: nothing is looked for on the disk. */
export function compileTypes(texts: Readonly<Record<string, string>>): ts.Program {
  const files = new Map(
    Object.entries({ "/lib.d.ts": library, ...texts }).map(([name, text]) => [
      name,
      ts.createSourceFile(name, text, settings),
    ]),
  );
  const host: ts.CompilerHost = {
    getSourceFile: (name) => files.get(name),
    fileExists: (name) => files.has(name),
    readFile: () => undefined,
    directoryExists: () => true,
    getDefaultLibFileName: () => "/lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  return ts.createProgram({ rootNames: [...files.keys()], options, host });
}
