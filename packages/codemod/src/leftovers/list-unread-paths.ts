import ts from "typescript";
import type { Plan } from "../migration/plan.ts";
import type { Note } from "../renames/edit.ts";
import { textLiterals } from "../syntax/nodes.ts";
import { formerPaths } from "./former-paths.ts";

/** Former paths in comments and in the text of JSX, which no program calls and people read. */
export function listUnreadPaths(tree: ts.SourceFile, plan: Plan): Note[] {
  const hits = [...tree.text.matchAll(formerPaths(plan))];
  if (hits.length === 0) return [];
  // Types in doc comments name paths as programs do.
  const named = [...textLiterals(tree)].map((literal) => [literal.getStart(), literal.end] as const);
  return hits.flatMap(({ 0: path, index }): Note[] => {
    const place = placeOf(tree, index);
    if (!place || named.some(([start, end]) => start <= index && index < end)) return [];
    return [{ position: index, message: `${place} names \`${path}\` of ${plan.from}; not changed, look at it` }];
  });
}

function placeOf(tree: ts.SourceFile, position: number): string | undefined {
  let node: ts.Node = tree;
  for (let inner: ts.Node | undefined = tree; inner; ) {
    node = inner;
    inner = ts.forEachChild(node, (child) => (child.pos <= position && position < child.end ? child : undefined));
  }
  if (ts.isJsxText(node)) return "a text";
  return isCode(tree, node, position) ? undefined : "a comment";
}

/** Whether a token stands at the position: what is between tokens is a comment. */
function isCode(tree: ts.SourceFile, node: ts.Node, position: number): boolean {
  const tokens = node.getChildCount(tree) > 0 ? node.getChildren(tree) : [node];
  return tokens.some((token) => !ts.isJSDoc(token) && token.getStart(tree) <= position && position < token.end);
}
