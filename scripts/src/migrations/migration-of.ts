import type { Fate, Migration } from "../../../packages/codemod/src/migration/migration.ts";
import type { Finding, Verdict } from "../diff/verdict.ts";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { formerOperations, isMove } from "./former-operations.ts";

/** What the codemod has to know of a verdict; `head` adds the former ids that upstream declares itself. */
export function migrationOf(from: string, to: string, verdict: Verdict, head: OpenApiDocument): Migration {
  const { operations } = verdict;
  const added = operations.filter((operation) => operation.change === "added" && !isMove(operation, operations));
  const declared = [...listOperations(head)].flatMap(({ operation }) =>
    (operation["x-klaviyo-operation-aliases"] ?? []).map((alias) => [alias, operation.operationId ?? ""] as const),
  );
  return {
    from,
    to,
    operations: formerOperations(verdict),
    added: added.map(({ method, path, operationId }) => ({ method, path, id: operationId })),
    aliases: Object.fromEntries([...declared, ...Object.entries(verdict.aliases.operations)].filter(([, id]) => id)),
    schemas: schemaFates(verdict),
  };
}

function schemaFates({ operations, aliases }: Verdict): Record<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const [name, to] of Object.entries(aliases.schemas)) fates.set(name, { to, reused: false });
  for (const finding of operations.flatMap(({ findings }) => findings)) {
    const name = finding.detail?.old;
    if (name === undefined || fates.has(name)) continue;
    const fate = schemaFate(finding);
    if (fate) fates.set(name, fate);
  }
  return Object.fromEntries(fates);
}

function schemaFate({ rule, message, detail }: Finding): Fate | undefined {
  if (rule === "schema-removed") return { reused: false, reason: message };
  if (rule !== "schema-reused") return undefined;
  return detail?.new === undefined ? { reused: true, reason: message } : { to: detail.new, reused: true };
}
