import ts from "typescript";
import { surroundings, type TextLiteral, textLiterals } from "../syntax/nodes.ts";
import type { Call } from "./calls.ts";
import type { Changes } from "./edit.ts";
import type { Fate, Migration } from "./migration.ts";
import { replaceLiteral } from "./replace-literal.ts";
import type { Source } from "./source.ts";

/** Every literal that is a path of the old revision becomes the path of the new one. */
export function renamePaths({ tree, standing, calls }: Source, migration: Migration): Changes {
  const changes: Changes = { edits: [], notes: [] };
  const called = calledPaths(calls);
  for (const literal of textLiterals(tree)) {
    const known = migration.paths.get(literal.text);
    if (!known || known.to === literal.text) continue;
    const note = (message: string) => changes.notes.push({ position: literal.getStart(), message });
    const fate = called.get(literal) ?? known;
    if (fate.to === undefined) {
      // A call of an operation that is gone is listed as a call.
      if (!called.has(literal)) note(fate.reason ?? "the path is gone");
    } else if (isPartOfSum(literal)) {
      note(`builds a path from parts; \`${literal.text}\` is \`${fate.to}\` now`);
    } else if (known.reused && standing !== "old") {
      note(
        `\`${literal.text}\` is another operation's path now: if this is meant for ${migration.from}, it is \`${fate.to}\``,
      );
    } else {
      changes.edits.push(replaceLiteral(literal, fate.to));
    }
  }
  return changes;
}

/** In a call the method is known: it decides where the methods of a path went different ways. */
function calledPaths(calls: readonly Call[]): Map<TextLiteral, Fate> {
  const fates = new Map<TextLiteral, Fate>();
  const disputed = new Set<TextLiteral>();
  for (const { literal, operation } of calls) {
    const to = operation.now?.path;
    const known = fates.get(literal);
    if (known && known.to !== to) disputed.add(literal);
    fates.set(literal, { reused: false, ...(to !== undefined && { to }) });
  }
  for (const literal of disputed) fates.delete(literal);
  return fates;
}

function isPartOfSum(literal: TextLiteral): boolean {
  const parent = surroundings(literal);
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken;
}
