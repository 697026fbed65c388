import ts from "typescript";

const kinds: Record<string, ts.ScriptKind> = { x: ts.ScriptKind.TSX, s: ts.ScriptKind.TS };

export function parseSource(path: string, text: string): ts.SourceFile {
  // TypeScript's own choice for .js is JSX, too.
  const kind = /\.[cm]?js$|\.jsx$/.test(path) ? ts.ScriptKind.JSX : kinds[path.at(-1) ?? "s"];
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.Latest }, true, kind);
}

/** The first thing that is not TypeScript or JavaScript in a text: its positions mean nothing then. */
export function syntaxError(path: string, text: string): { position: number; message: string } | undefined {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.Latest, jsx: ts.JsxEmit.Preserve, allowJs: true },
  });
  const [first] = diagnostics.filter(({ category }) => category === ts.DiagnosticCategory.Error);
  if (!first) return undefined;
  return { position: first.start ?? 0, message: ts.flattenDiagnosticMessageText(first.messageText, " ") };
}
