import type { SpecDiff } from "./diff-specs.ts";

/**
 * The verdict for machines; its form is fixed. Each operation has all of its findings, so what many operations share is
 * there many times: without indentation, which would be a fifth of it.
 */
export function renderJson({ base, head, bump, operations }: SpecDiff): string {
  const verdict = {
    base,
    head,
    bump,
    operations: operations.map(({ former: _, findings, ...operation }) => ({
      ...operation,
      findings: findings.map(({ detail: __, snippet: ___, ...finding }) => finding),
    })),
  };
  return JSON.stringify(verdict);
}
