import type { OperationEntry } from "../document/list-operations.ts";
import type { Aliases, Finding } from "./verdict.ts";

/** What a program calls the operation by: its path and its id. */
export function nameFindings(
  base: OperationEntry,
  head: OperationEntry,
  taken: ReadonlySet<string>,
  aliases: Aliases,
): Finding[] {
  const { path, operation } = head;
  const findings: Finding[] = [];
  if (base.path !== path) {
    findings.push({
      rule: renamesParameter(base.path, path) ? "path-parameter-renamed" : "path-changed",
      direction: "name",
      bump: "major",
      pointer: head.pointer,
      message: `the path was \`${base.path}\` and is \`${path}\`; calls with the old one no longer compile`,
      by: "compiler",
      detail: { old: base.path, new: path },
    });
  }
  const id = operation.operationId;
  const pointer = id === undefined ? head.pointer : `${head.pointer}/operationId`;
  const declared = operation["x-klaviyo-operation-aliases"] ?? [];
  for (const former of formerNames(base)) {
    if (former === id || id === undefined) continue;
    const finding = { direction: "name", pointer, by: "compiler", detail: { old: former, new: id } } as const;
    if (taken.has(former)) {
      const message = `the id was \`${former}\`, which is another operation's now; it is \`${id}\``;
      findings.push({ rule: "operation-id-reused", bump: "major", message, ...finding });
      continue;
    }
    if (!declared.includes(former)) aliases.operations[former] = id;
    if (former !== base.operation.operationId) continue;
    const message = `the id was \`${former}\` and is \`${id}\`; the old one goes on working, deprecated`;
    findings.push({ rule: "operation-renamed", bump: "minor", message, ...finding });
  }
  if (id === undefined && base.operation.operationId !== undefined) {
    const message = `the operation had the id \`${base.operation.operationId}\` and has none now`;
    const detail = { old: base.operation.operationId };
    findings.push({
      rule: "operation-id-removed",
      direction: "name",
      bump: "major",
      pointer,
      message,
      by: "compiler",
      detail,
    });
  }
  return findings;
}

/** Its id and its deprecated ones: all of them can be in a program. */
function formerNames({ operation }: OperationEntry): string[] {
  const { operationId, "x-klaviyo-operation-aliases": aliases = [] } = operation;
  return operationId === undefined ? [] : [operationId, ...aliases];
}

function renamesParameter(before: string, after: string): boolean {
  const bare = (path: string) => path.replaceAll(/\{[^}]*\}/g, "{}");
  return before !== after && bare(before) === bare(after);
}
