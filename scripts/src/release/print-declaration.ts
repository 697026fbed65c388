import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/** A declaration as one would write it down for a reader: without comments, except that it is deprecated. */
export function printDeclaration(node: ts.Declaration): string {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const text = printer
    .printNode(ts.EmitHint.Unspecified, statement, node.getSourceFile())
    .replace(/^(?:export |default |declare )+/, "")
    .replaceAll("    ", "  ");
  return ts.getJSDocDeprecatedTag(node) ? `/** @deprecated */\n${text}` : text;
}
