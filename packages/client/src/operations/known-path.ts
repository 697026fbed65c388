import type { OperationTable } from "./operation-table.ts";

/**
 * A path as the table has it: the paths of older revisions have a slash at their end. Without a table it is taken to
 * have none, as in new revisions.
 *
 * @returns `undefined` when the table has no such path
 */
export function knownPath(path: string, operations: OperationTable | undefined): string | undefined {
  if (!operations) return path;
  return [path, `${path}/`].find((path) => path in operations.paths);
}
