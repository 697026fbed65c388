import type { Fate } from "../migration/migration.ts";
import type { Plan } from "../migration/plan.ts";
import { textLiterals } from "../syntax/nodes.ts";
import type { Call } from "../uses/calls.ts";
import type { Source } from "../uses/source.ts";
import { isPartOfSum } from "../uses/sums.ts";
import { type Changes, joinChanges } from "./edit.ts";
import { renameName } from "./rename-name.ts";

/**
 * Every literal that is a path of the old revision becomes the path of the new one. In a file from which no import leads
 * to our packages, those do that a call in another file names.
 */
export function renamePaths(source: Source, plan: Plan): Changes {
  const { tree, standing, called } = source;
  const literals = standing ? textLiterals(tree) : called.keys();
  return joinChanges(
    [...literals].map((literal): Changes => {
      const known = plan.paths.get(literal.text);
      const calls = called.get(literal) ?? [];
      if (!known || known.to === literal.text || isMigrated(calls, standing)) return { edits: [], notes: [] };
      const target = targetOf(calls);
      const fate: Fate = target === undefined ? known : { ...known, to: target };
      // A call of an operation that is gone is listed as a call.
      if (fate.to === undefined && calls.length > 0 && !calls.some(({ operation }) => operation.now)) {
        return { edits: [], notes: [] };
      }
      // What is put together is listed as a whole.
      if (fate.to !== undefined && isPartOfSum(literal)) return { edits: [], notes: [] };
      return renameName({ literal, fate, fates: plan.paths, kind: "path" }, source, plan);
    }),
  );
}

function isMigrated(calls: readonly Call[], standing: Source["standing"]): boolean {
  return standing === "new" && calls.length > 0 && calls.every(({ migrated }) => migrated);
}

/** In a call the method is known: it decides where the methods of a path went different ways. */
function targetOf(calls: readonly Call[]): string | undefined {
  const targets = new Set(calls.map(({ operation }) => operation.now?.path));
  const [to] = targets;
  return targets.size === 1 ? to : undefined;
}
