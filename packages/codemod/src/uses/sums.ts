import ts from "typescript";
import { bare, isTextLiteral, surroundings } from "../syntax/nodes.ts";

/** Stands for what only the running program knows; no source text holds it. */
export const hole = "\0";

/** Whether a node is added to something: `path + "/"`. */
export function isPartOfSum(node: ts.Node): boolean {
  return isSum(surroundings(node));
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

/** The text that a template or a sum makes, with a {@link hole} for every part that is not written out. */
export function builtText(node: ts.Node): string | undefined {
  if (ts.isTemplateExpression(node) || ts.isTemplateLiteralTypeNode(node)) return templateText(node);
  return isSum(node) && !isPartOfSum(node) ? sumText(node) : undefined;
}

function templateText({ head, templateSpans }: ts.TemplateExpression | ts.TemplateLiteralTypeNode): string {
  return [head.text, ...[...templateSpans].map(({ literal }) => hole + literal.text)].join("");
}

function sumText(sum: ts.BinaryExpression): string {
  // A loop of our own, because a sum of ten thousand parts is as many levels deep.
  const parts: string[] = [];
  const left: ts.Node[] = [sum];
  for (let next = left.pop(); next; next = left.pop()) {
    const node = bare(next);
    if (isSum(node)) left.push(node.left, node.right);
    else if (isTextLiteral(node)) parts.unshift(node.text);
    else parts.unshift(ts.isTemplateExpression(node) ? templateText(node) : hole);
  }
  return parts.join("");
}
