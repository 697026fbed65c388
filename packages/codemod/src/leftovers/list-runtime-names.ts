import ts from "typescript";
import type { Plan } from "../migration/plan.ts";
import type { Note } from "../renames/edit.ts";
import { surroundings, type TextLiteral, textLiterals } from "../syntax/nodes.ts";
import { namedTypes } from "../uses/named-types.ts";
import type { Source } from "../uses/source.ts";

/**
 * Names that no compiler checks: the revision as a string, ids of operations, media types in types. A string may mean
 * something else, so a person decides.
 */
export function listRuntimeNames({ tree, checker, standing }: Source, plan: Plan): Note[] {
  const { from, to, operationIds } = plan;
  const renamed = new Set<TextLiteral>([...namedTypes(tree, checker)].map((each) => each.literal));
  const removedMedia = new Set(plan.operations.flatMap(({ mediaTypes = [] }) => mediaTypes));
  const notes: Note[] = [];
  for (const literal of textLiterals(tree)) {
    if (renamed.has(literal)) continue;
    const { text } = literal;
    const add = (message: string) => notes.push({ position: literal.getStart(), message });
    const id = operationIds.get(text);
    if (text === from && (standing || isHeader(literal)))
      add(`names the revision \`${from}\`; the new one is \`${to}\``);
    else if (id) add(`if this is an operation's id: ${id.to ? `\`${text}\` is \`${id.to}\` now` : id.reason}`);
    else if (removedMedia.has(text) && isIndex(literal))
      add(`\`${text}\` is no longer a media type of some operations`);
  }
  return notes;
}

/** `{ revision: "…" }`, `["revision", "…"]`, `headers.set("revision", "…")`: elsewhere a date may be any date. */
function isHeader(literal: TextLiteral): boolean {
  return /^\W*revision\b/i.test(literal.parent.getText()) || /\(\s*["'`]revision["'`]/i.test(literal.parent.getText());
}

function isIndex(literal: TextLiteral): boolean {
  const parent = surroundings(literal);
  return ts.isLiteralTypeNode(parent) && ts.isIndexedAccessTypeNode(parent.parent);
}
