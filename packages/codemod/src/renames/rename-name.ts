import type { Fate } from "../migration/migration.ts";
import { isAmbiguous, type Plan } from "../migration/plan.ts";
import type { TextLiteral } from "../syntax/nodes.ts";
import type { Source } from "../uses/source.ts";
import type { Changes } from "./edit.ts";
import { replaceLiteral } from "./replace-literal.ts";

export interface RenamedName {
  literal: TextLiteral;
  fate: Fate;
  /** All fates of names of its kind. */
  fates: ReadonlyMap<string, Fate>;
  /** `path`, `operation`, `schema` */
  kind: string;
}

/**
 * Replaces a literal by what the name is called now, or says why it cannot be. A name that means something in both
 * revisions is replaced only in a file that says which one it is for.
 */
export function renameName(
  { literal, fate, fates, kind }: RenamedName,
  { standing }: Pick<Source, "standing">,
  { from }: Pick<Plan, "from">,
): Changes {
  const { text } = literal;
  const note = (message: string): Changes => ({ edits: [], notes: [{ position: literal.getStart(), message }] });
  if (fate.to === text) return { edits: [], notes: [] };
  if (fate.to === undefined) return note(fate.reason ?? `the ${kind} \`${text}\` is gone`);
  // A file that names the new entry has been migrated: it uses the name as the new revision has it.
  if (standing === "new" && fate.reused) return { edits: [], notes: [] };
  if (standing === "maybe" && isAmbiguous(text, fate, fates)) {
    const message = `\`${text}\` or \`${fate.to}\` is another ${kind}'s name in the other revision: if this is meant for ${from}, it is \`${fate.to}\` now`;
    return { ...note(message), ambiguous: true };
  }
  return { edits: [replaceLiteral(literal, fate.to)], notes: [] };
}
