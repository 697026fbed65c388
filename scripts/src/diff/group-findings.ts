import type { Bump, Finding, OperationVerdict, Snippet } from "./verdict.ts";

export interface FindingGroup extends Finding {
  /** Ids of the operations, or method and path of those without. */
  operations: string[];
  snippet?: Snippet;
}

const weights: Record<Bump, number> = { major: 0, minor: 1, patch: 2, none: 3 };

/** The same finding is often made in many operations, through a component: once is enough to read. Heaviest first. */
export function groupFindings(operations: readonly OperationVerdict[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { operationId, method, path, findings } of operations) {
    for (const finding of findings) {
      const key = [finding.rule, finding.bump, finding.message, placeOf(finding)].join("\n");
      const group = groups.get(key) ?? { ...finding, operations: [] };
      group.operations.push(operationId || `${method} ${path}`);
      if (finding.snippet) group.snippet ??= finding.snippet;
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) => weights[a.bump] - weights[b.bump] || b.operations.length - a.operations.length,
  );
}

/** Within an operation the place is another one each time, although the same is said of it. */
function placeOf({ pointer }: Finding): string {
  return pointer.startsWith("/components/") ? pointer : pointer.replace(/^\/paths\/[^/]+\/[^/]+/, "");
}
