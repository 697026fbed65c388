import type { Plan } from "../migration/plan.ts";
import type { Entry } from "../uses/entry.ts";
import { entryLiterals, entryReferences } from "../uses/entry-literals.ts";
import type { Source } from "../uses/source.ts";
import type { Changes } from "./edit.ts";
import { replaceLiteral } from "./replace-literal.ts";

/**
 * `@org/client/<from>` becomes `@org/client/<to>`, wherever it is named: in imports, and in what mocks or declares the
 * module. Who pinned a revision stays pinned, because that is what they chose; `unpin` takes the revision away. The
 * entry without a revision stays, unless it stands for the old revision and not for the new one.
 */
export function renameEntries({ tree }: Pick<Source, "tree">, { from, to, current, unpin }: Plan): Changes {
  const isOld = ({ entry }: { entry: Entry }) => entry.versioned && (entry.revision ?? current) === from;
  const renamed = ({ entry }: { entry: Entry }) => (unpin ? entry.package : `${entry.package}/${to}`);
  const literals = [...entryLiterals(tree)].filter(isOld);
  const references = entryReferences(tree).filter(isOld);
  const edits = [
    ...literals.map((each) => replaceLiteral(each.literal, renamed(each))),
    ...references.map((each) => ({ start: each.reference.pos, end: each.reference.end, text: renamed(each) })),
  ];
  return { edits, notes: [] };
}
