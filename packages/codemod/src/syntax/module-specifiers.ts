import ts from "typescript";
import { isTextLiteral, nodesOf, type TextLiteral } from "./nodes.ts";
import { parseSource } from "./parse-source.ts";

/** As {@link specifierLiterals}, for a text: each module once. */
export function moduleSpecifiers(fileName: string, text: string): string[] {
  return [...new Set([...specifierLiterals(parseSource(fileName, text))].map((literal) => literal.text))];
}

/** The modules that a file names: `import`, `export … from`, `import()`, `require()` and `import("…")` as a type. */
export function* specifierLiterals(tree: ts.SourceFile): Generator<TextLiteral> {
  for (const node of nodesOf(tree)) {
    const specifier = specifierOf(node);
    if (isTextLiteral(specifier)) yield specifier;
  }
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isJSDocImportTag(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression, arguments: args } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require");
  return loads ? args[0] : undefined;
}
