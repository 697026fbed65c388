import type { Plan } from "../migration/plan.ts";
import { textLiterals } from "../syntax/nodes.ts";
import type { Source } from "../uses/source.ts";
import { type Changes, joinChanges } from "./edit.ts";
import { renameName } from "./rename-name.ts";

/**
 * `error.operation === "GET /api/catalog-items/"`: no compiler checks what the client's errors and events are compared
 * with, and no other string looks like it.
 */
export function renameOperationNames(source: Source, plan: Plan): Changes {
  const fates = plan.operationNames;
  const changes = [...textLiterals(source.tree)].flatMap((literal) => {
    const fate = fates.get(literal.text);
    return fate ? [renameName({ literal, fate, fates, kind: "operation" }, source, plan)] : [];
  });
  return joinChanges(changes);
}
