import ts from "typescript";
import { bare, isTextLiteral, type TextLiteral } from "../syntax/nodes.ts";

/**
 * The literal that an expression is: written in place, or in the constant that it names, be that a variable, a member of
 * an object, an enum or a class, in this file or in another one.
 */
export function literalOf(expression: ts.Node, checker: ts.TypeChecker): TextLiteral | undefined {
  return follow(expression, checker, 20);
}

// A constant may be declared by itself, in code that does not compile.
function follow(expression: ts.Node, checker: ts.TypeChecker, steps: number): TextLiteral | undefined {
  const node = bare(expression);
  if (isTextLiteral(node)) return node;
  if (steps === 0) return undefined;
  const declaration = declarationOf(symbolOf(node, checker), checker);
  const value = declaration && initializerOf(declaration, checker);
  return value && follow(value, checker, steps - 1);
}

function symbolOf(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isIdentifier(node)) return checker.getSymbolAtLocation(node);
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  return ts.isElementAccessExpression(node) ? checker.getSymbolAtLocation(node.argumentExpression) : undefined;
}

function declarationOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Declaration | undefined {
  const original = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = original?.declarations ?? [];
  return declarations.length === 1 ? declarations[0] : undefined;
}

function initializerOf(declaration: ts.Declaration, checker: ts.TypeChecker): ts.Node | undefined {
  if (
    ts.isVariableDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isEnumMember(declaration)
  ) {
    return declaration.initializer;
  }
  if (ts.isShorthandPropertyAssignment(declaration)) {
    const symbol = checker.getShorthandAssignmentValueSymbol(declaration);
    const value = declarationOf(symbol, checker);
    return value && initializerOf(value, checker);
  }
  if (ts.isExportAssignment(declaration)) return declaration.expression;
  if (ts.isBindingElement(declaration)) {
    const { propertyName = declaration.name } = declaration;
    const property = ts.isIdentifier(propertyName)
      ? checker.getPropertyOfType(checker.getTypeAtLocation(declaration.parent), propertyName.text)
      : undefined;
    const member = declarationOf(property, checker);
    return member && initializerOf(member, checker);
  }
  // `exports.ITEMS = "…"` declares in JavaScript.
  const assignment = ts.isBinaryExpression(declaration) ? declaration : declaration.parent;
  return ts.isBinaryExpression(assignment) ? assignment.right : undefined;
}
