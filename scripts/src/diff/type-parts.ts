import ts from "typescript";

/** A type as the kinds of values in it: those are compared with each other. */
export interface TypeParts {
  null: boolean;
  /** `unknown` or `any`. */
  anything: boolean;
  /** Strings, numbers, booleans and literals of them; `string & {}` as well. */
  scalars: ts.Type[];
  arrays: ts.Type[];
  objects: ts.Type[];
}

/** Without `undefined`: whether a property may be missing is the property's affair. */
export function typeParts(checker: ts.TypeChecker, type: ts.Type): TypeParts {
  const parts: TypeParts = { null: false, anything: false, scalars: [], arrays: [], objects: [] };
  for (const member of type.isUnion() ? type.types : [type]) {
    if (member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) continue;
    if (member.flags & ts.TypeFlags.Null) parts.null = true;
    else if (member.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) parts.anything = true;
    else if (checker.isArrayType(member)) parts.arrays.push(member);
    else if (isScalar(member)) parts.scalars.push(member);
    else parts.objects.push(member);
  }
  return parts;
}

const scalarFlags =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.ESSymbolLike;

export function isLiteral(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Literal) !== 0;
}

function isScalar(type: ts.Type): boolean {
  if (type.isIntersection()) return type.types.some(isScalar);
  return (type.flags & scalarFlags) !== 0;
}
