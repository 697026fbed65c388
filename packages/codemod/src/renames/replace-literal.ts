import type { TextLiteral } from "../syntax/nodes.ts";
import type { Edit } from "./edit.ts";

/** Puts `value` between the quotes that are there. */
export function replaceLiteral(node: TextLiteral, value: string): Edit {
  const start = node.getStart();
  const quote = node.getSourceFile().text[start] ?? '"';
  const escaped = value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
  return { start: start + 1, end: node.end - 1, text: quote === "`" ? escaped.replaceAll("${", "\\${") : escaped };
}
