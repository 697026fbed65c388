import { count } from "../workspace/count.ts";
import type { SpecDiff } from "./diff-specs.ts";
import { type FindingGroup, groupFindings } from "./group-findings.ts";
import { type OperationVerdict, withoutMovedHere } from "./verdict.ts";

/** The verdict for people: a row per operation that changed, then every finding once, with the operations it is in. */
export function renderReport({ base, head, bump, operations }: SpecDiff): string {
  const changed = operations.filter(({ bump: own }) => own !== "none");
  const groups = groupFindings(changed);
  const weighing = (weight: string) => groups.filter((group) => group.bump === weight).length;
  const lines = [
    `${base.revision} (${base.sha256.slice(0, 12)}) -> ${head.revision} (${head.sha256.slice(0, 12)}): ${bump}`,
    `${withoutMovedHere(changed).length} of ${count(withoutMovedHere(operations).length, "operation")} changed; findings: ${weighing("major")} major, ${weighing("minor")} minor, ${weighing("patch")} patch`,
  ];
  if (changed.length > 0) lines.push("", ...table(changed), "", ...groups.flatMap(renderGroup));
  return lines.join("\n").trimEnd();
}

function table(operations: readonly OperationVerdict[]): string[] {
  const header = ["METHOD", "PATH", "OPERATION", "CHANGE", "BUMP", "REQUEST", "RESPONSE"];
  const rows = operations.map((each) => [
    ...[each.method, each.path, each.operationId, each.change, each.bump, each.request, each.response],
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [header, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function renderGroup({ bump, rule, message, by, pointers, operations, detail, snippet }: FindingGroup): string[] {
  const first = (items: readonly string[], most: number) =>
    items.slice(0, most).join(", ") + (items.length > most ? ` and ${items.length - most} more` : "");
  const lines = [
    `${bump.toUpperCase()} ${rule}: ${message}`,
    `  in ${first(operations, 3)}, by the ${by}, at ${first(pointers, 1)}`,
  ];
  if (bump === "major" && (detail?.old !== undefined || detail?.new !== undefined)) {
    lines.push(`  old: ${detail.old ?? "nothing"}`, `  new: ${detail.new ?? "nothing"}`);
  }
  if (snippet) lines.push(...indent("before", snippet.before), ...indent("after", snippet.after));
  return [...lines, ""];
}

function indent(title: string, code: string): string[] {
  return [`  ${title}:`, ...code.split("\n").map((line) => `    ${line}`)];
}
