import type { OperationFacts, OperationTable } from "./operation-table.ts";

/** What the table says of a method of a path, in the document's own words. */
export function operationAt(
  { paths, profiles }: OperationTable,
  path: string,
  method: string,
): OperationFacts | undefined {
  const profile = profiles[paths[path]?.[method] as number];
  return profile && { ...profile, name: `${method} ${path}` };
}

/** What to call an attempt in a message: its operation, or else its method and the path of its URL. */
export function operationName(
  url: string,
  { method, operation }: { method: string; operation?: OperationFacts | undefined },
): string {
  return operation?.name ?? `${method} ${new URL(url).pathname}`;
}

/** The operation of an attempt; `undefined` when it is none of the table's. */
export function findOperation(
  table: OperationTable,
  url: string,
  { method, operation }: { method: string; operation?: OperationFacts | undefined },
): OperationFacts | undefined {
  // known of every call of a client; the search is for policies that are used without one
  if (operation) return operation;
  const path = Object.keys(table.paths).find((path) => {
    // the last segments of the path, so that a base URL may have one of its own; ids carry no slash: it is encoded
    const end = path.replace(/{.*?}/g, "[^/?#]+");
    return operationAt(table, path, method) && new RegExp(`^[^?#]*${end}([?#]|$)`).test(url);
  });
  return operationAt(table, path as string, method);
}
