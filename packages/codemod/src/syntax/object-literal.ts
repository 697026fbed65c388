import ts from "typescript";
import { bare, isTextLiteral } from "../syntax/nodes.ts";

export type Member = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

/** The object literal that an expression is, if it is written in place. */
export function objectLiteral(node: ts.Node | undefined): ts.ObjectLiteralExpression | undefined {
  const value = node && bare(node);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

export function memberOf(node: ts.Node | undefined, name: string): Member | undefined {
  return objectLiteral(node)?.properties.find((each): each is Member => isMember(each) && memberName(each) === name);
}

/** The value of a member; that of `{ name }` is its name. */
export function memberValue(member: Member | undefined): ts.Expression | undefined {
  return member && ts.isPropertyAssignment(member) ? member.initializer : member?.name;
}

function isMember(node: ts.ObjectLiteralElementLike): node is Member {
  return ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
}

function memberName({ name }: Member): string | undefined {
  if (ts.isIdentifier(name) || ts.isNumericLiteral(name) || isTextLiteral(name)) return name.text;
  return ts.isComputedPropertyName(name) && isTextLiteral(name.expression) ? name.expression.text : undefined;
}
