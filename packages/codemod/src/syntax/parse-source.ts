import ts from "typescript";

const kinds: Record<string, ts.ScriptKind> = { x: ts.ScriptKind.TSX, s: ts.ScriptKind.TS };

export function parseSource(path: string, text: string): ts.SourceFile {
  // TypeScript's own choice for .js is JSX, too.
  const kind = /\.[cm]?js$|\.jsx$/.test(path) ? ts.ScriptKind.JSX : kinds[path.at(-1) ?? "s"];
  return ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.Latest }, true, kind);
}
