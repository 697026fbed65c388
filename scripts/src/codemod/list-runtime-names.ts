import ts from "typescript";
import { specifierLiterals } from "../syntax/module-specifiers.ts";
import { surroundings, type TextLiteral, textLiterals } from "../syntax/nodes.ts";
import type { Note } from "./edit.ts";
import type { Migration } from "./migration.ts";
import { namedTypes } from "./named-types.ts";
import type { Source } from "./source.ts";

/**
 * Names that no compiler checks: the revision as a string, ids that are compared with `error.operation`, media types
 * in types. A string may mean something else, so a person decides.
 */
export function listRuntimeNames({ tree }: Source, migration: Migration): Note[] {
  const { from, to, operationIds } = migration;
  const known = new Set<TextLiteral>([
    ...specifierLiterals(tree),
    ...[...namedTypes(tree)].map((each) => each.literal),
  ]);
  const removedMedia = removedMediaTypes(migration);
  const notes: Note[] = [];
  for (const literal of textLiterals(tree)) {
    if (known.has(literal)) continue;
    const { text } = literal;
    const add = (message: string) => notes.push({ position: literal.getStart(), message });
    const id = operationIds.get(text);
    if (text === from) add(`names the revision \`${from}\`; the new one is \`${to}\``);
    else if (id) add(`if this is an operation's id: ${id.to ? `\`${text}\` is \`${id.to}\` now` : id.reason}`);
    else if (removedMedia.has(text) && isIndex(literal))
      add(`\`${text}\` is no longer a media type of some operations`);
  }
  return notes;
}

function isIndex(literal: TextLiteral): boolean {
  const parent = surroundings(literal);
  return ts.isLiteralTypeNode(parent) && ts.isIndexedAccessTypeNode(parent.parent);
}

function removedMediaTypes({ operations }: Migration): Set<string> {
  const findings = operations.flatMap((operation) => operation.findings);
  return new Set(
    findings.filter(({ rule }) => rule === "media-type-removed").map(({ detail }) => detail?.path?.[1] ?? ""),
  );
}
