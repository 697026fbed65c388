import type { OperationTable } from "../operations/operation-table.ts";
import { defaultHeader } from "./default-header.ts";
import type { Policy } from "./policy.ts";

/**
 * Says in every request which revision of the API it is written for. A header set by the caller stays.
 *
 * @example
 * ```ts
 * import { operations, revision } from "@org/client";
 *
 * const policy = revision(operations);
 * ```
 */
export function revision(operations: Pick<OperationTable, "revision">): Policy {
  return defaultHeader("revision", operations.revision);
}
