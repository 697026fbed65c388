import { getOrMake } from "./get-or-make.ts";
import type { OperationProfile, OperationTable } from "./operation-table.ts";

/** What the table says about one operation. */
export interface OperationFacts extends OperationProfile {
  readonly operationId: string;
}

/** Finds the operation of a request, or of a template's own path; `undefined` when it is none of the table's. */
export type FindOperation = (call: Pick<Request, "method" | "url">) => OperationFacts | undefined;

const indexes = new WeakMap<OperationTable, FindOperation>();

/** The lookup of a table, made once. */
export function findOperation(table: OperationTable): FindOperation {
  return getOrMake(indexes, table, createIndex);
}

function createIndex({ rows, profiles }: OperationTable): FindOperation {
  const index = rows.map(([method, path, operationId, profile]): [RegExp, OperationFacts] => {
    // the last segments of the path, so that a base URL may have one of its own; ids carry no slash: it is encoded
    const end = path.replace(/{.*?}/g, "[^/?#]+");
    return [new RegExp(`^${method} [^?#]*${end}([?#]|$)`), { operationId, ...(profiles[profile] as OperationProfile) }];
  });
  return ({ method, url }) => index.find(([pattern]) => pattern.test(`${method} ${url}`))?.[1];
}
