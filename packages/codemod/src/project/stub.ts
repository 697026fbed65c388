import ts from "typescript";

/** A file that no project has. */
export const stubName = "/\0/klaviyo-packages.d.ts";

/** Stands for every entry of our packages: what the codemod has to recognize under whatever name a program gives it. */
export const stubText = `
export type Operation<Id> = Id;
export type Schema<Name> = Name;
export interface operations {}
export interface components {}
export declare const paginate: unknown;
`;

/** The name that our packages export a symbol as, if it is theirs. */
export function exportedName(checker: ts.TypeChecker, node: ts.Node): string | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  const original = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isOurs = original?.declarations?.[0]?.getSourceFile().fileName === stubName;
  return isOurs ? original.name : undefined;
}
