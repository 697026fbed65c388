import type { Changes } from "./edit.ts";
import type { Migration } from "./migration.ts";
import { namedTypes } from "./named-types.ts";
import { replaceLiteral } from "./replace-literal.ts";
import type { Source } from "./source.ts";

/** Operations and schemas get their new names where types name them. */
export function renameNamedTypes({ tree, standing }: Source, migration: Migration): Changes {
  const changes: Changes = { edits: [], notes: [] };
  for (const { literal, kind } of namedTypes(tree)) {
    const fate = (kind === "operation" ? migration.operationIds : migration.schemas).get(literal.text);
    if (!fate || fate.to === literal.text) continue;
    const note = (message: string) => changes.notes.push({ position: literal.getStart(), message });
    if (fate.to === undefined) {
      note(fate.reason ?? `the ${kind} \`${literal.text}\` is gone`);
    } else if (fate.reused && standing !== "old") {
      note(
        `\`${literal.text}\` is another ${kind}'s name now: if this is meant for ${migration.from}, it is \`${fate.to}\``,
      );
    } else {
      changes.edits.push(replaceLiteral(literal, fate.to));
    }
  }
  return changes;
}
