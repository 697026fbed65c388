import { stringify } from "yaml";
import { listOperations } from "../document/list-operations.ts";
import type { Aliases } from "../generate/aliases.ts";
import type { EntryChange } from "./compare-states.ts";
import type { SpecState } from "./spec-state.ts";

/** Names that were offered before go on being offered, under what they are called now. */
export function mergeAliases(
  released: SpecState,
  next: SpecState,
  changes: readonly Pick<EntryChange, "from" | "to" | "comparison">[],
): Record<string, Aliases> {
  const merged: Record<string, Aliases> = { ...next.aliases };
  // What a name was in a later revision is what more programs mean by it.
  const inOrder = changes.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  for (const { from, to, comparison } of inOrder) {
    if (!from || !to || !comparison) continue;
    const taken = takenNames(next, to);
    const old = released.aliases[from];
    const now = merged[to];
    const kinds = (["operations", "schemas"] as const).map((kind) => {
      const renamed = comparison.aliases[kind];
      const carried = Object.entries(old?.[kind] ?? {})
        .filter(([former]) => !taken[kind].has(former))
        .map(([former, name]) => [former, renamed[name] ?? name]);
      return [kind, { ...Object.fromEntries(carried), ...now?.[kind], ...renamed }] as const;
    });
    const aliases = Object.fromEntries(kinds) as unknown as Aliases;
    if (Object.keys({ ...aliases.operations, ...aliases.schemas }).length > 0) merged[to] = aliases;
  }
  return merged;
}

/** Names that a revision itself has, which can be no former ones. */
function takenNames({ fragments }: SpecState, revision: string): Record<keyof Aliases, ReadonlySet<string>> {
  const document = fragments.find((each) => each.revision === revision)?.document;
  const ids = [...(document ? listOperations(document) : [])].map(({ operation }) => operation.operationId ?? "");
  return { operations: new Set(ids), schemas: new Set(Object.keys(document?.components?.schemas ?? {})) };
}

/** As `openapi/aliases.yaml` has them. */
export function renderAliases(aliases: Record<string, Aliases>): string {
  const comment =
    "# Former names of operations and schemas, by revision, which the generated types go on offering as deprecated.\n" +
    "# Written by `pnpm spec:bump` when a name changed and the published document does not say so itself.\n\n";
  return comment + stringify(aliases, { lineWidth: 120, compat: "yaml-1.1" });
}
