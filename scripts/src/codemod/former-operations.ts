import type { Finding, OperationVerdict, Verdict } from "../diff/verdict.ts";

/** An operation as programs of the old revision call it, and what it is now. */
export interface FormerOperation {
  method: string;
  path: string;
  id: string;
  /** Absent if the operation is gone. */
  now?: { path: string; id: string };
  /** Why it is gone. */
  reason?: string;
  findings: readonly Finding[];
  /** It was found at another path by its id; the verdict does not compare its shape then. */
  moved: boolean;
}

/** The operations of the old revision. One that moved is in a verdict twice, as removed and as added. */
export function formerOperations({ operations }: Verdict): FormerOperation[] {
  const moved = operations.filter(({ change, former }) => change === "added" && former !== undefined);
  const isMoved = (verdict: OperationVerdict) =>
    moved.some(({ method, former }) => method === verdict.method && former?.path === verdict.path);
  return operations.flatMap((verdict): FormerOperation[] => {
    const { method, path, operationId, change, findings, former } = verdict;
    if (change === "added" && !former) return [];
    if (change !== "removed") {
      const old = former ?? { path, operationId };
      const now = { path, id: operationId };
      return [{ method, path: old.path, id: old.operationId, now, findings, moved: change === "added" }];
    }
    if (isMoved(verdict)) return [];
    const reason = findings[0]?.message ?? "the operation is gone";
    return [{ method, path, id: operationId, reason, findings, moved: false }];
  });
}
