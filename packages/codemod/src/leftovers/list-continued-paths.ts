import ts from "typescript";
import type { Plan } from "../migration/plan.ts";
import type { Note } from "../renames/edit.ts";
import { isTextLiteral, nodesOf, surroundings } from "../syntax/nodes.ts";
import { literalOf } from "../uses/literal-of.ts";
import type { Source } from "../uses/source.ts";
import { isPartOfSum } from "../uses/sums.ts";

/**
 * Places where a path in a constant is continued: `${ITEMS}${id}/` with a slash too few or too many still compiles. They
 * are listed before and after the constant has its new path, so that a second run lists the same.
 */
export function listContinuedPaths({ tree, checker }: Source, plan: Plan): Note[] {
  const messages = new Map<string, string>();
  for (const [path, { to }] of plan.paths) {
    if (to === undefined || to === path) continue;
    for (const text of [path, to]) messages.set(text, `a path is continued here; \`${path}\` is \`${to}\` now`);
  }
  return [...nodesOf(tree)].flatMap((node): Note[] => {
    if (!isContinued(node)) return [];
    const message = messages.get(literalOf(node, checker)?.text ?? "");
    return message === undefined ? [] : [{ position: node.getStart(), message }];
  });
}

function isContinued(node: ts.Node): boolean {
  if (isTextLiteral(node)) return isConcatenated(node);
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node))
    return false;
  return ts.isTemplateSpan(surroundings(node)) || isPartOfSum(node) || isConcatenated(node);
}

/** `ITEMS.concat(id)` */
function isConcatenated(node: ts.Node): boolean {
  const access = surroundings(node);
  return ts.isPropertyAccessExpression(access) && access.expression.end >= node.end && access.name.text === "concat";
}
