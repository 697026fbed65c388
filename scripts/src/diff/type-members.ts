import ts from "typescript";
import { typeParts } from "./type-parts.ts";

export interface Member {
  type: ts.Type;
  optional: boolean;
}

/** A property that can have a value; openapi-typescript writes `query?: never` for what an operation does not have. */
export function memberOf(checker: ts.TypeChecker, type: ts.Type | undefined, name: string): Member | undefined {
  const symbol = type && checker.getPropertyOfType(checker.getNonNullableType(type), name);
  if (!symbol) return undefined;
  const member = checker.getTypeOfSymbol(symbol);
  const { null: isNull, anything, scalars, arrays, objects } = typeParts(checker, member);
  const isNever = !isNull && !anything && scalars.length + arrays.length + objects.length === 0;
  return isNever ? undefined : { type: member, optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0 };
}

export function namesOf(checker: ts.TypeChecker, type: ts.Type | undefined): string[] {
  const names = type ? checker.getPropertiesOfType(checker.getNonNullableType(type)).map(({ name }) => name) : [];
  return names.filter((name) => memberOf(checker, type, name));
}
