import ts from "typescript";

// Part of the independent proof: nothing here may use the code that makes verdicts.

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  allowImportingTsExtensions: true,
};
const host = ts.createCompilerHost(options);
const libraries = new Map<string, ts.SourceFile | undefined>();

/** The compiler's complaints about each of the files (name -> text), against TypeScript's real library. */
export function compileConsumers(files: Readonly<Record<string, string>>): Map<string, string[]> {
  const program = ts.createProgram({
    rootNames: Object.keys(files),
    options,
    host: {
      ...host,
      fileExists: (name) => name in files,
      readFile: (name) => files[name],
      getCurrentDirectory: () => "/",
      getSourceFile: (name, version) => {
        const text = files[name];
        if (text !== undefined) return ts.createSourceFile(name, text, version);
        if (!libraries.has(name)) libraries.set(name, host.getSourceFile(name, version));
        return libraries.get(name);
      },
    },
  });
  return new Map(
    Object.keys(files).map((name) => {
      const source = program.getSourceFile(name);
      const complaints = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [
        name,
        complaints.map(({ messageText, start }) => {
          const line = source && start !== undefined ? source.getLineAndCharacterOfPosition(start).line : 0;
          const code = source?.text.split("\n")[line] ?? "";
          return `${ts.flattenDiagnosticMessageText(messageText, " ")} <- ${code}`;
        }),
      ];
    }),
  );
}
