import { workspaceRoot } from "@org/scripts/src/workspace/workspace-root.ts";
import type { Operation } from "../operations/operation.ts";
import { readCurrentOperations } from "../operations/read-operations.ts";

/** The operations of the current revision, as the page gets them. */
export const operations: readonly Operation[] = await readCurrentOperations(workspaceRoot);

/** @throws when the current revision does not have it */
export function operationWith(method: string, path: string): Operation {
  const found = operations.find((one) => one.method === method && one.path.replace(/\/$/, "") === path);
  if (!found) throw new Error(`The current revision has no ${method} ${path}.`);
  return found;
}
