import ts from "typescript";
import { specifierLiterals } from "../syntax/module-specifiers.ts";
import { surroundings, type TextLiteral, textLiterals } from "../syntax/nodes.ts";
import { type Entry, entryOf } from "./entry.ts";

export interface EntryLiteral {
  literal: TextLiteral;
  entry: Entry;
}

/**
 * Where a file names an entry of our packages: in imports, and in what mocks, resolves, declares or maps the module. A
 * pinned entry is one wherever it stands; the name of a package alone may be anything, so it has to be imported or passed.
 */
export function* entryLiterals(tree: ts.SourceFile): Generator<EntryLiteral> {
  const imported = new Set<TextLiteral>(specifierLiterals(tree));
  for (const literal of textLiterals(tree)) {
    const entry = entryOf(literal.text);
    if (!entry) continue;
    const isPinned = entry.revision !== undefined;
    if (isPinned || imported.has(literal) || isModuleName(literal)) yield { literal, entry };
  }
}

const loaders = /mock(?:Module)?$|^(?:import|require)Actual$|^(?:resolve|module)$/i;

/** The entries that a file refers to by `/// <reference types="@org/types" />`. */
export function entryReferences(tree: ts.SourceFile): { reference: ts.FileReference; entry: Entry }[] {
  return tree.typeReferenceDirectives.flatMap((reference) => {
    const entry = entryOf(reference.fileName);
    return entry ? [{ reference, entry }] : [];
  });
}

/** Every entry that a file names. */
export function entriesIn(tree: ts.SourceFile): Entry[] {
  return [...entryLiterals(tree), ...entryReferences(tree)].map(({ entry }) => entry);
}

/** `vi.mock("@org/client")`, `require.resolve("@org/client")`, `declare module "@org/client"`. */
function isModuleName(literal: TextLiteral): boolean {
  const parent = surroundings(literal);
  if (ts.isModuleDeclaration(parent)) return true;
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== literal) return false;
  const callee = parent.expression;
  return ts.isPropertyAccessExpression(callee) && loaders.test(callee.name.text);
}
