import type { Fate } from "../migration/migration.ts";
import type { Plan } from "../migration/plan.ts";
import type { Note } from "../renames/edit.ts";
import { textLiterals } from "../syntax/nodes.ts";
import type { Source } from "../uses/source.ts";
import { isPartOfSum } from "../uses/sums.ts";

/**
 * Paths and names of operations in files that have nothing to do with our packages as far as imports show: a client may
 * have come in as an argument, and another API may have the same path.
 */
export function listUnlinkedNames({ tree, called }: Source, plan: Plan): Note[] {
  return [...textLiterals(tree)].flatMap((literal): Note[] => {
    const { text } = literal;
    const fate = plan.paths.get(text) ?? plan.operationNames.get(text);
    if (!fate || fate.to === text || called.has(literal) || isPartOfSum(literal)) return [];
    const message = `${became(text, fate)}; the name is left, because no import leads from here to a client`;
    return [{ position: literal.getStart(), message }];
  });
}

function became(name: string, { to, reason }: Fate): string {
  return to === undefined ? (reason ?? `\`${name}\` is gone`) : `\`${name}\` is \`${to}\` now`;
}
