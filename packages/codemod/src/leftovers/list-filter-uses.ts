import ts from "typescript";
import type { RefusedFilter } from "../migration/migration.ts";
import type { Note } from "../renames/edit.ts";
import { isTextLiteral, nodesOf } from "../syntax/nodes.ts";
import { memberOf, memberValue } from "../syntax/object-literal.ts";
import type { Source } from "../uses/source.ts";

/** Filters of a call that the new revision does not take: `filter.contains("title", …)` or `contains(title,…)`. */
export function listFilterUses({ calls }: Source): Note[] {
  return calls.flatMap(({ init, operation: { filters = [] } }): Note[] => {
    const query = memberValue(memberOf(memberValue(memberOf(init, "params")), "query"));
    const value = memberValue(memberOf(query, "filter"));
    if (filters.length === 0 || !value) return [];
    return [...nodesOf(value)].flatMap((node) =>
      termsIn(node).flatMap((term) =>
        filters
          .filter((refused) => concerns(refused, term))
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

function concerns({ operator, field }: RefusedFilter, term: Term): boolean {
  return field === term.field && (operator === undefined || operator === term.operator);
}
