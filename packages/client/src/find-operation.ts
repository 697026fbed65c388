import { getOrMake } from "./get-or-make.ts";
import type { OperationProfile, OperationTable } from "./operation-table.ts";
import type { AttemptInit } from "./policy.ts";

/** What the table says about one operation. */
export interface OperationFacts extends OperationProfile {
  readonly operationId: string;
}

/** Finds the operation of a request; `undefined` when it is none of the table's. */
export type FindOperation = (request: Request, init?: AttemptInit) => OperationFacts | undefined;

/** What the table says of a method of a path, in the document's own words. */
export function operationAt({ paths, profiles }: OperationTable, path = "", method = ""): OperationFacts | undefined {
  const [profile, operationId] = paths[path]?.[method] ?? [];
  return operationId ? { ...(profiles[profile as number] as OperationProfile), operationId } : undefined;
}

const lookups = new WeakMap<OperationTable, FindOperation>();

/** The lookup of a table, made once. */
export function findOperation(table: OperationTable): FindOperation {
  return getOrMake(lookups, table, createLookup);
}

function createLookup(table: OperationTable): FindOperation {
  const patterns = Object.entries(table.paths).map(([path, methods]) => {
    // the last segments of the path, so that a base URL may have one of its own; ids carry no slash: it is encoded
    const end = path.replace(/{.*?}/g, "[^/?#]+");
    return { path, methods, pattern: new RegExp(`^[^?#]*${end}([?#]|$)`) };
  });
  return ({ method, url }, init) => {
    if (init?.operation) return init.operation;
    const found = patterns.find(({ methods, pattern }) => method in methods && pattern.test(url));
    return operationAt(table, found?.path, method);
  };
}
