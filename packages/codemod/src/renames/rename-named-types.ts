import type { Plan } from "../migration/plan.ts";
import { namedTypes } from "../uses/named-types.ts";
import type { Source } from "../uses/source.ts";
import { type Changes, joinChanges } from "./edit.ts";
import { renameName } from "./rename-name.ts";

/** Operations and schemas get their new names where types name them. */
export function renameNamedTypes(source: Source, plan: Plan): Changes {
  const changes = [...namedTypes(source.tree, source.checker)].flatMap(({ literal, kind }) => {
    const fates = kind === "operation" ? plan.operationIds : plan.schemas;
    const fate = fates.get(literal.text);
    return fate ? [renameName({ literal, fate, fates, kind }, source, plan)] : [];
  });
  return joinChanges(changes);
}
