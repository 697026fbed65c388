import type { Fate, FormerOperation, Migration, OperationName } from "./migration.ts";

export interface PlanOptions {
  /** What `@org/client`, without a revision, stands for. */
  current: string;
  /** Whether the pinned entry `<from>` becomes the entry without a revision. @default false */
  unpin?: boolean;
}

/** A migration as a run needs it: the fate of every name, by the name as it was. */
export interface Plan extends PlanOptions, Pick<Migration, "from" | "to" | "operations"> {
  paths: ReadonlyMap<string, Fate>;
  /** The paths and operation names of the new revision. */
  newNames: ReadonlySet<string>;
  /** `GET /api/catalog-items`, as errors and events of the client name an operation. */
  operationNames: ReadonlyMap<string, Fate>;
  operationIds: ReadonlyMap<string, Fate>;
  schemas: ReadonlyMap<string, Fate>;
}

export function planMigration(migration: Migration, options: PlanOptions): Plan {
  const { from, to, operations } = migration;
  const survivors = [...migration.added, ...operations.flatMap(({ method, now }) => (now ? [{ method, ...now }] : []))];
  return {
    ...options,
    from,
    to,
    operations,
    paths: pathFates(operations, survivors),
    newNames: new Set(survivors.flatMap(({ method, path }) => [path, `${method} ${path}`])),
    operationNames: operationNameFates(operations, survivors),
    operationIds: operationIdFates(migration, survivors),
    schemas: new Map(Object.entries(migration.schemas)),
  };
}

/**
 * Whether a file has to say which revision it is for before a name in it can be replaced: the name is, or would become,
 * one that means different things in the two revisions.
 */
export function isAmbiguous(name: string, fate: Fate, fates: ReadonlyMap<string, Fate>): boolean {
  const target = fate.to === undefined ? undefined : fates.get(fate.to);
  return fate.reused || (fate.to !== name && target !== undefined && target.to !== fate.to);
}

function pathFates(operations: readonly FormerOperation[], survivors: readonly OperationName[]): Map<string, Fate> {
  const now = new Set(survivors.map(({ path }) => path));
  const fates = new Map<string, Fate>();
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const here = operations.filter((operation) => operation.path === path);
    const targets = new Set(here.map((operation) => operation.now?.path));
    const [to] = targets;
    const reused = now.has(path);
    if (targets.size === 1 && to !== undefined) fates.set(path, { to, reused: reused && to !== path });
    else if (targets.size === 1) fates.set(path, { reused, reason: `nothing is at \`${path}\` any more` });
    else fates.set(path, { reused, reason: `what \`${path}\` became depends on the method: ${listTargets(here)}` });
  }
  return fates;
}

function listTargets(operations: readonly FormerOperation[]): string {
  return operations.map(({ method, now }) => `${method} ${now ? `is at \`${now.path}\`` : "is gone"}`).join(", ");
}

function operationNameFates(
  operations: readonly FormerOperation[],
  survivors: readonly OperationName[],
): Map<string, Fate> {
  const taken = new Set(survivors.map(({ method, path }) => `${method} ${path}`));
  return new Map(
    operations.map(({ method, path, now, reason = "the operation is gone" }): [string, Fate] => {
      const name = `${method} ${path}`;
      if (!now) return [name, { reused: taken.has(name), reason }];
      const to = `${method} ${now.path}`;
      return [name, { to, reused: to !== name && taken.has(name) }];
    }),
  );
}

function operationIdFates({ operations, aliases }: Migration, survivors: readonly OperationName[]): Map<string, Fate> {
  const taken = new Set(survivors.map(({ id }) => id));
  const fates = new Map<string, Fate>();
  for (const { id, now, reason } of operations) {
    if (id === "" || id === now?.id) continue;
    if (now?.id) fates.set(id, { to: now.id, reused: taken.has(id) });
    else fates.set(id, { reused: taken.has(id), reason: reason ?? `\`${id}\` has no id any more` });
  }
  const kept = new Set(operations.map(({ id }) => id));
  for (const [alias, to] of Object.entries(aliases)) {
    if (!fates.has(alias) && !kept.has(alias) && !taken.has(alias)) fates.set(alias, { to, reused: false });
  }
  return fates;
}
