import type { Operation } from "../operations/operation.ts";
import { openapiFolder, readCurrentFragment } from "../operations/read-fragment.ts";
import { readOperations } from "../operations/read-operations.ts";

/** The operations of the current revision, as the page gets them. */
export const operations: readonly Operation[] = readOperations(await readCurrentFragment(openapiFolder));

/** @throws when the current revision does not have it */
export function operationWith(method: string, path: string): Operation {
  const found = operations.find((one) => one.method === method && one.path.replace(/\/$/, "") === path);
  if (!found) throw new Error(`The current revision has no ${method} ${path}.`);
  return found;
}
