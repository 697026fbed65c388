import type { FormerOperation, RefusedFilter } from "../../../packages/codemod/src/migration/migration.ts";
import type { Finding, OperationVerdict, Verdict } from "../diff/verdict.ts";

/** The operations of the old revision. One that moved is in a verdict twice, as removed and as added. */
export function formerOperations({ operations }: Verdict): FormerOperation[] {
  const moved = operations.filter((verdict) => isMove(verdict, operations));
  const isMoved = (verdict: OperationVerdict) =>
    moved.some(({ method, former }) => method === verdict.method && former?.path === verdict.path);
  return operations.flatMap((verdict): FormerOperation[] => {
    const { method, path, operationId, change, findings, former } = verdict;
    if (change === "added" && !moved.includes(verdict)) return [];
    if (change !== "removed") {
      const old = former ?? { path, operationId };
      const now = { path, id: operationId };
      const isMove = change === "added";
      return [
        { method, path: old.path, id: old.operationId, now, ...(isMove && { moved: true }), ...refused(findings) },
      ];
    }
    if (isMoved(verdict)) return [];
    const reason = findings[0]?.message ?? "the operation is gone";
    return [{ method, path, id: operationId, reason }];
  });
}

/**
 * Whether an operation is one that moved to another path. With another method it is a new one for programs, since no name
 * of the old one becomes one of it.
 */
export function isMove({ method, change, former }: OperationVerdict, operations: readonly OperationVerdict[]): boolean {
  if (change !== "added" || !former) return false;
  return operations.some((old) => old.change === "removed" && old.method === method && old.path === former.path);
}

/** What no compiler sees in a program: strings that the operation no longer takes. */
function refused(findings: readonly Finding[]): Pick<FormerOperation, "filters" | "mediaTypes"> {
  const breaking = findings.filter(({ bump }) => bump === "major");
  const filters = breaking.filter(({ rule }) => rule.startsWith("filter-")).map(refusedFilter);
  const mediaTypes = breaking
    .filter(({ rule }) => rule === "media-type-removed")
    .flatMap(({ detail }) => detail?.path?.[1] ?? []);
  return {
    ...(filters.length > 0 && { filters }),
    ...(mediaTypes.length > 0 && { mediaTypes: [...new Set(mediaTypes)] }),
  };
}

/** A finding names a filter as `operator(field, …)`, or the field if all its operators are gone. */
function refusedFilter({ message }: Finding): RefusedFilter {
  const [, operator, field = ""] = /^`(?:([\w-]+)\()?([^`,]+?)(?:, …\))?`/.exec(message) ?? [];
  return { field, ...(operator !== undefined && { operator }), message };
}
