import type { Finding, OperationVerdict, Verdict } from "../diff/verdict.ts";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { type FormerOperation, formerOperations } from "./former-operations.ts";

/** What became of a name. */
export interface Fate {
  /** What it is called now; absent if it is gone, or if it became more than one thing. */
  to?: string;
  /** The name exists in the new revision as well, and means something else there. */
  reused: boolean;
  /** Said when it cannot be replaced. */
  reason?: string;
}

export interface Revisions {
  from: string;
  to: string;
  /** What `@org/client`, without a revision, stands for. */
  current: string;
  /** Whether the pinned entry `<from>` becomes the entry without a revision. @default false */
  unpin?: boolean;
}

/** Everything that the codemod knows: names by what they were, and the verdict on each operation that there was. */
export interface Migration extends Revisions {
  operations: readonly FormerOperation[];
  paths: ReadonlyMap<string, Fate>;
  operationIds: ReadonlyMap<string, Fate>;
  schemas: ReadonlyMap<string, Fate>;
}

/** Reads the renames out of a verdict; `head` adds the former ids that upstream declares itself. */
export function planMigration(revisions: Revisions, verdict: Verdict, head: OpenApiDocument): Migration {
  const operations = formerOperations(verdict);
  return {
    ...revisions,
    operations,
    paths: pathFates(operations, verdict),
    operationIds: operationIdFates(operations, verdict, head),
    schemas: schemaFates(verdict),
  };
}

function pathFates(operations: readonly FormerOperation[], verdict: Verdict): Map<string, Fate> {
  const now = new Set(survivors(verdict).map(({ path }) => path));
  const fates = new Map<string, Fate>();
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const targets = new Set(operations.filter((operation) => operation.path === path).map(({ now }) => now?.path));
    const [to] = targets;
    const reused = now.has(path);
    if (targets.size === 1 && to !== undefined) fates.set(path, { to, reused: reused && to !== path });
    else if (targets.size === 1) fates.set(path, { reused, reason: `nothing is at \`${path}\` any more` });
    else fates.set(path, { reused, reason: `what \`${path}\` became depends on the method: ${listTargets(path)}` });
  }
  return fates;

  function listTargets(path: string): string {
    const here = operations.filter((operation) => operation.path === path);
    return here.map(({ method, now }) => `${method} ${now ? `is at \`${now.path}\`` : "is gone"}`).join(", ");
  }
}

function operationIdFates(
  operations: readonly FormerOperation[],
  verdict: Verdict,
  head: OpenApiDocument,
): Map<string, Fate> {
  const taken = new Set(survivors(verdict).map(({ operationId }) => operationId));
  const fates = new Map<string, Fate>();
  for (const { id, now, reason } of operations) {
    if (id === "" || id === now?.id) continue;
    if (now?.id) fates.set(id, { to: now.id, reused: taken.has(id) });
    else fates.set(id, { reused: taken.has(id), reason: reason ?? `\`${id}\` has no id any more` });
  }
  const aliases = [...listOperations(head)].flatMap(({ operation }) =>
    (operation["x-klaviyo-operation-aliases"] ?? []).map((alias) => [alias, operation.operationId ?? ""] as const),
  );
  const kept = new Set(operations.map(({ id }) => id));
  for (const [alias, to] of [...Object.entries(verdict.aliases.operations), ...aliases]) {
    if (to && !fates.has(alias) && !kept.has(alias) && !taken.has(alias)) fates.set(alias, { to, reused: false });
  }
  return fates;
}

function schemaFates({ operations, aliases }: Verdict): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const [name, to] of Object.entries(aliases.schemas)) fates.set(name, { to, reused: false });
  for (const finding of operations.flatMap(({ findings }) => findings)) {
    const name = finding.detail?.old;
    if (name === undefined || fates.has(name)) continue;
    const fate = schemaFate(finding);
    if (fate) fates.set(name, fate);
  }
  return fates;
}

function schemaFate({ rule, message, detail }: Finding): Fate | undefined {
  if (rule === "schema-removed") return { reused: false, reason: message };
  if (rule !== "schema-reused") return undefined;
  return detail?.new === undefined ? { reused: true, reason: message } : { to: detail.new, reused: true };
}

function survivors({ operations }: Verdict): OperationVerdict[] {
  return operations.filter(({ change }) => change !== "removed");
}
