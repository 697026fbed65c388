import ts from "typescript";

/** Every node of a tree in the order of the text, those of doc comments included: in JavaScript they hold types. */
export function* nodesOf(root: ts.Node): Generator<ts.Node> {
  // A stack of our own, because a sum of ten thousand parts is as many levels deep.
  const left = [root];
  for (let node = left.pop(); node; node = left.pop()) {
    yield node;
    const children: ts.Node[] = [...((node as { jsDoc?: ts.Node[] }).jsDoc ?? [])];
    ts.forEachChild(node, (child) => {
      children.push(child);
    });
    for (const child of children.reverse()) left.push(child);
  }
}

export type TextLiteral = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral;

export function isTextLiteral(node: ts.Node | undefined): node is TextLiteral {
  return node !== undefined && ts.isStringLiteralLike(node);
}

export function* textLiterals(tree: ts.Node): Generator<TextLiteral> {
  for (const node of nodesOf(tree)) if (isTextLiteral(node)) yield node;
}

/** What stands around a node, without the parentheses and assertions that change nothing. */
export function surroundings(node: ts.Node): ts.Node {
  let parent = node.parent;
  while (
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent)
  ) {
    parent = parent.parent;
  }
  return parent;
}

/** An expression without the parentheses and assertions around it. */
export function bare(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
    ? bare(node.expression)
    : node;
}
