import ts from "typescript";
import type { Finding } from "../diff/verdict.ts";
import { isTextLiteral, nodesOf } from "../syntax/nodes.ts";
import type { Note } from "./edit.ts";
import { memberOf, memberValue } from "./object-literal.ts";
import type { Source } from "./source.ts";

/** Filters of a call that the new revision does not take: `filter.contains("title", …)` or `contains(title,…)`. */
export function listFilterUses({ calls }: Source): Note[] {
  return calls.flatMap(({ init, operation }): Note[] => {
    const findings = operation.findings.filter(({ rule, bump }) => rule.startsWith("filter-") && bump === "major");
    const query = memberValue(memberOf(memberValue(memberOf(init, "params")), "query"));
    const value = memberValue(memberOf(query, "filter"));
    if (findings.length === 0 || !value) return [];
    return [...nodesOf(value)].flatMap((node) =>
      termsIn(node).flatMap((term) =>
        findings
          .filter((finding) => concerns(finding, term))
          .map(({ message }) => ({ position: node.getStart(), message })),
      ),
    );
  });
}

interface Term {
  operator: string;
  field: string;
}

function termsIn(node: ts.Node): Term[] {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [field] = node.arguments;
    return isTextLiteral(field) ? [{ operator: node.expression.name.text, field: field.text }] : [];
  }
  if (!isTextLiteral(node) && !ts.isTemplateHead(node)) return [];
  const terms = node.text.matchAll(/([\w-]+)\(([\w.-]+)\s*[,)]/g);
  return [...terms].map(([, operator = "", field = ""]) => ({ operator, field }));
}

/** A finding names a filter as `operator(field, …)`, or the field if all its operators are gone. */
function concerns({ message }: Finding, { operator, field }: Term): boolean {
  return message.includes(`\`${operator}(${field}, …)\``) || message.startsWith(`\`${field}\` can no longer`);
}
